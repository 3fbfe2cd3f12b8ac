package cn.sanming.migrant.platform.store;

import cn.sanming.migrant.platform.embedded.LocalStore;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.index.MongoPersistentEntityIndexResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/// A store for tests without Spring Boot: one per process, a database for each test.
public final class StoreInMemory {

    private static final LocalStore STORE = LocalStore.inMemory(0);

    private StoreInMemory() {}

    /// @param types whose indexes are made
    public static MongoTemplate fresh(Class<?>... types) {
        var factory = new SimpleMongoClientDatabaseFactory(
                MongoClients.create(STORE.connectionString()), "test-" + UUID.randomUUID());
        var conversions = Converters.all();
        var mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        mapping.afterPropertiesSet();
        var converter = new MappingMongoConverter(new DefaultDbRefResolver(factory), mapping);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        var mongo = new MongoTemplate(factory, converter);
        var resolver = new MongoPersistentEntityIndexResolver(mapping);
        List.of(types).forEach(type -> resolver.resolveIndexFor(type).forEach(mongo.indexOps(type)::createIndex));
        return mongo;
    }
}
