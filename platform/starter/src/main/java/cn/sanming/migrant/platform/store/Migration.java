package cn.sanming.migrant.platform.store;

import org.springframework.data.mongodb.core.MongoTemplate;

/// A change to what a former version has stored (数据迁移): runs once in the cluster, before the service takes requests.
/// The former version still runs beside it and must be able to read what it leaves; a run that was cut off runs again.
public interface Migration {

    /// Sorts and names it for good, for instance `2027-01-15-split-names`.
    String name();

    void run(MongoTemplate mongo);
}
