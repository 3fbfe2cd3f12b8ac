package cn.sanming.migrant.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.LocalPlatform;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// Two versions of a service share their documents during a roll-out, and old documents outlive all versions.
class SchemaChangeTest {

    private final MongoClient client = MongoClients.create(LocalPlatform.storeUri());
    private final MongoTemplate mongo = template();

    record Line(String person, long fen) {}

    record Place(String district, boolean rural) {}

    @org.springframework.data.mongodb.core.mapping.Document("files")
    static final class FileOfToday {

        @Id
        final String id;

        @Version
        @Nullable
        Long version;

        final String title;
        final int pages;
        final boolean closed;
        final Place place;
        final List<Line> lines;

        FileOfToday(String id, String title, int pages, boolean closed, Place place, List<Line> lines) {
            this.id = id;
            this.title = title;
            this.pages = pages;
            this.closed = closed;
            this.place = place;
            this.lines = new ArrayList<>(lines);
        }
    }

    private MongoTemplate template() {
        var factory = new SimpleMongoClientDatabaseFactory(client, "schema-" + UUID.randomUUID());
        var mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(Converters.all().getSimpleTypeHolder());
        mapping.afterPropertiesSet();
        var converter = new MappingMongoConverter(new DefaultDbRefResolver(factory), mapping);
        converter.setCustomConversions(Converters.all());
        StoreConfiguration.olderDocuments().postProcessBeforeInitialization(converter, "converter");
        converter.afterPropertiesSet();
        var context = new StaticApplicationContext();
        context.getBeanFactory().registerSingleton("newerFields", new NewerFields(converter));
        context.addApplicationListener(context.getBean(NewerFields.class));
        context.refresh();
        var template = new MongoTemplate(factory, converter);
        template.setApplicationContext(context);
        return template;
    }

    @BeforeEach
    void startEmpty() {
        mongo.dropCollection("files");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    private void stored(String json) {
        mongo.getCollection("files").insertOne(Document.parse(json));
    }

    private FileOfToday read(String id) {
        return mongo.query(FileOfToday.class)
                .matching(Query.query(Criteria.where("_id").is(id)))
                .firstValue();
    }

    private Document inStore(String id) {
        return mongo.getCollection("files").find(new Document("_id", id)).first();
    }

    @Test
    void readsADocumentThatHasNoneOfTheNumbersOfToday() {
        stored("""
                {"_id": "f-1", "version": 3, "title": "old", "place": {"district": "350404"}, "lines": [{"person": "p"}]}""");
        var file = read("f-1");
        assertThat(file.pages).isZero();
        assertThat(file.closed).isFalse();
        assertThat(file.place.rural()).isFalse();
        assertThat(file.lines).containsExactly(new Line("p", 0));
    }

    @Test
    void keepsEveryFieldThatOnlyANewerVersionKnows() {
        stored("""
                {"_id": "f-2", "version": 1, "title": "new", "pages": 2, "closed": false,
                 "channel": {"kind": "WECHAT", "since": "2027-01-01"},
                 "place": {"district": "350404", "rural": true, "village": "V-7"},
                 "lines": [{"person": "a", "fen": 100, "bank": "B1"}, {"person": "b", "fen": 200},
                           {"person": "c", "fen": 300, "bank": "B3"}]}""");
        var file = read("f-2");
        file.lines.removeFirst();
        file.lines.add(new Line("d", 400));
        mongo.save(file);

        var saved = inStore("f-2");
        assertThat(saved.get("version")).isEqualTo(2L);
        assertThat(saved.get("channel", Document.class)).containsEntry("kind", "WECHAT");
        assertThat(saved.get("place", Document.class)).containsEntry("village", "V-7");
        assertThat(saved.getList("lines", Document.class))
                .extracting(line -> line.getString("person") + ' ' + line.getString("bank"))
                .containsExactly("b null", "c B3", "d null");
    }

    @Test
    void forgetsWhatTheNewerVersionHasTakenAwayAgain() {
        stored("""
                {"_id": "f-3", "version": 1, "title": "t", "place": {"district": "350404"}, "lines": [], "channel": "WECHAT"}""");
        read("f-3");
        mongo.getCollection("files")
                .updateOne(new Document("_id", "f-3"), new Document("$unset", new Document("channel", "")));
        mongo.save(read("f-3"));
        assertThat(inStore("f-3")).doesNotContainKey("channel");
    }
}
