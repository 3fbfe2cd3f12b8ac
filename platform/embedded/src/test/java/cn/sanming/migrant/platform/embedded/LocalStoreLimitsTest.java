package cn.sanming.migrant.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/// Where the embedded store differs from a real MongoDB. Nothing in the city may depend on the one or the other.
@DisabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+", disabledReason = "it is about the embedded store")
class LocalStoreLimitsTest extends AgainstTheStore {

    @Test
    void hasNoTransactions() {
        assertThatThrownBy(() -> {
                    try (var session = client.startSession()) {
                        session.startTransaction();
                        cases.insertOne(session, new Document());
                    }
                })
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void hasNoChangeStreams() {
        assertThatThrownBy(() -> cases.watch().iterator().tryNext()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void hasNoTextSearch() {
        assertThatThrownBy(() -> {
                    cases.createIndex(Indexes.text("name"));
                    cases.insertOne(new Document("name", "三明"));
                    cases.countDocuments(new Document("$text", new Document("$search", "三明")));
                })
                .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void saysSoOfOptionsItDoesNotHave() {
        assertThatThrownBy(() -> cases.find()
                        .collation(Collation.builder().locale("zh").build())
                        .first())
                .isInstanceOfSatisfying(MongoCommandException.class, refused -> assertThat(refused.getErrorCode())
                        .isEqualTo(238));
    }
}
