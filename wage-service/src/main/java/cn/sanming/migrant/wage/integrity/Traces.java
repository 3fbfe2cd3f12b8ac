package cn.sanming.migrant.wage.integrity;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What events left in the record of an employer: its arrears, and the plates 无欠薪项目部 of its projects.
@Component
public class Traces {

    private final MongoTemplate mongo;

    Traces(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// One arrears record as it last stood; an older event never replaces a newer one.
    @Document("arrears_traces")
    public record ArrearsTrace(
            @Id String arrearsId,
            @Indexed String employerUscc,
            @Nullable String projectId,
            String period,
            int workers,
            Money total,
            int daysLate,
            String level,
            @Nullable LocalDate clearedOn,
            long sequence) {}

    /// One project assessed as 无欠薪项目部.
    @Document("plate_traces")
    public record PlateTrace(
            @Id String assessmentId,
            @Indexed String contractorUscc,
            String projectId,
            @Nullable LocalDate grantedOn,
            boolean revoked,
            long sequence) {}

    public void keep(ArrearsTrace trace) {
        var known = mongo.findById(trace.arrearsId(), ArrearsTrace.class);
        if (known == null || known.sequence() < trace.sequence()) {
            mongo.save(trace);
        }
    }

    public void keep(PlateTrace trace) {
        var known = mongo.findById(trace.assessmentId(), PlateTrace.class);
        if (known == null || known.sequence() < trace.sequence()) {
            mongo.save(trace);
        }
    }

    public Optional<ArrearsTrace> arrears(String arrearsId) {
        return Optional.ofNullable(mongo.findById(arrearsId, ArrearsTrace.class));
    }

    public Optional<PlateTrace> plate(String assessmentId) {
        return Optional.ofNullable(mongo.findById(assessmentId, PlateTrace.class));
    }

    List<ArrearsTrace> arrearsOf(String uscc) {
        return mongo.find(
                Query.query(Criteria.where("employerUscc").is(uscc)).with(Sort.by("_id")), ArrearsTrace.class);
    }

    List<PlateTrace> platesOf(String uscc) {
        return mongo.find(
                Query.query(Criteria.where("contractorUscc").is(uscc)).with(Sort.by("_id")), PlateTrace.class);
    }
}
