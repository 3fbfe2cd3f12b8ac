package cn.sanming.migrant.platform.store;

import java.util.List;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/// Indexes that a kind of document needs besides those it declares itself.
@FunctionalInterface
public interface IndexContribution {

    List<? extends IndexDefinition> to(Class<?> document);
}
