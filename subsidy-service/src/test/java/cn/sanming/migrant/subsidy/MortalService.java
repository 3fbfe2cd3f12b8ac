package cn.sanming.migrant.subsidy;

import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.embedded.LocalStore;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceProcess;
import cn.sanming.migrant.subsidy.ledger.Recount;
import cn.sanming.migrant.subsidy.ledger.StoreCut;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The department in a process of its own, with its broker and store in this one: it is killed and started again,
/// they stay.
public final class MortalService implements AutoCloseable {

    private final LocalBroker broker;
    private final LocalStore store;
    private final StoreCut cut;
    private final MongoClient client;
    private ServiceProcess process;

    public MortalService(Path folder) throws Exception {
        broker = LocalBroker.start(folder.resolve("broker"), 0);
        store = LocalStore.start(folder.resolve("store"), 0);
        client = MongoClients.create(store.connectionString());
        cut = new StoreCut(store.connectionString());
        process = ServiceProcess.start(NoonService.class, cut.connectionString(), broker.bootstrapServers());
    }

    /// SIGKILL, and a new process on the same store and broker.
    public void killAndStartAgain() throws Exception {
        process.kill();
        startAgain();
    }

    public void startAgain() throws Exception {
        process = ServiceProcess.start(NoonService.class, cut.connectionString(), broker.bootstrapServers());
    }

    /// SIGKILL at the very moment of a write to some collections, counted from now.
    public void killAt(int write, StoreCut.Place place, Set<String> collections) {
        cut.at(write, place, collections, this::kill);
    }

    private void kill() {
        try {
            process.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean wasKilled() {
        return cut.heal();
    }

    public void recounts() {
        Recount.agrees(new MongoTemplate(client, database().getName()));
    }

    public Api api() {
        return process.api();
    }

    public Window window() {
        return new Window(api());
    }

    public Events events() {
        return new Events(broker.bootstrapServers());
    }

    /// Money for agency rewards of a county.
    public void allocate(String county, String amount) {
        events().publish(
                        "supervision.budget.allocated",
                        "bu-" + county,
                        county,
                        Instant.parse("2024-10-08T01:00:00Z"),
                        Map.of(
                                "measure",
                                "M03",
                                "unit_code",
                                "SM-RSJ",
                                "district_code",
                                county,
                                "year",
                                2024,
                                "amount",
                                amount));
        await("money").atMost(Window.PATIENCE).until(() -> budget(county).status() == 200);
    }

    public Api.Answer budget(String county) {
        return api().as(Window.head()).get("/api/v1/subsidies/budgets/M03/" + county + "/2024");
    }

    /// Agency rewards of 500.00 each whose publicity is over.
    public List<String> publicised(int many, String agency, String county) throws Exception {
        var applicant = Window.agency(agency);
        var ids =
                window().reviewed(many, _ -> applicant, i -> FireTest.reward(county, List.of("P-" + county + "-" + i)));
        collection("subsidy-applications").updateMany(Filters.empty(), Updates.set("publicisedOn", "2024-10-08"));
        return ids;
    }

    public MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    private MongoDatabase database() {
        for (var name : client.listDatabaseNames()) {
            if (client.getDatabase(name).getCollection("subsidy-applications").countDocuments() > 0) {
                return client.getDatabase(name);
            }
        }
        throw new AssertionError("the service has no database");
    }

    @Override
    public void close() throws Exception {
        process.close();
        cut.close();
        client.close();
        store.close();
        broker.close();
    }
}
