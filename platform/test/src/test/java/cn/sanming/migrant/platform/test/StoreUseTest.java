package cn.sanming.migrant.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class StoreUseTest {

    @Test
    void isWhatTheReadmeSays() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        assertThat(StoreUse.listed()).isNotEmpty().allSatisfy(entry -> assertThat(readme)
                .contains('`' + entry + '`'));
    }

    @Test
    void failsWhatAsksForSomethingElse() {
        var seen = new TreeSet<String>();
        var use = new StoreUse(seen);
        ask(use, "find", "{find: 'cases', filter: {a: {$gte: 1}}, sort: {_id: 1}}");
        use.afterAll(null);
        ask(use, "find", "{find: 'cases', filter: {place: {$nearSphere: [1, 2]}}, hint: 'a_1'}");
        assertThatThrownBy(() -> use.afterAll(null))
                .hasMessageContaining("$nearSphere")
                .hasMessageContaining("find.hint");
    }

    private static void ask(StoreUse use, String name, String command) {
        var connection = new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
        use.commandStarted(new CommandStartedEvent(null, 0, 0, connection, "city", name, BsonDocument.parse(command)));
    }
}
