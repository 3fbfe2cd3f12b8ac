package cn.sanming.migrant.local;

import cn.sanming.migrant.local.stories.Citizen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The city's own data of events, life cycles and indicators, held against the running system and its code.
final class ReferenceData {

    private static final Path HOUSE = Path.of("..", "..");
    private static final Pattern HEARD = Pattern.compile("@OnEvent\\(\\s*value = \"([^\"]+)\"");

    private static final Map<String, String> AREAS = Map.of(
            "job-service", "jobs",
            "subsidy-service", "subsidies",
            "training-service", "training",
            "housing-service", "housing",
            "wage-service", "wages",
            "legal-aid-service", "legal-aid",
            "community-service", "community",
            "supervision-service", "supervision");

    record Event(String type, String producer, List<String> consumers) {}

    record Transition(List<String> from, String command, String to) {}

    record Machine(
            String machine,
            String service,
            String initial,
            List<String> states,
            List<String> terminal,
            List<Transition> transitions) {}

    record Indicator(String id, String measure) {}

    record File(List<Event> events, List<Machine> machines, List<Indicator> indicators) {}

    private final File file;

    private ReferenceData(File file) {
        this.file = file;
    }

    static ReferenceData read() throws IOException {
        try (var in = ReferenceData.class.getResourceAsStream("/reference-data.json")) {
            return new ReferenceData(JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .readValue(in, File.class));
        }
    }

    /// Every event has the schema of its producer and is heard by everybody who is to hear it.
    List<String> eventsNotHeard() {
        var faults = new ArrayList<String>();
        for (var event : file.events()) {
            var schema = HOUSE.resolve(event.producer()).resolve("contracts/events/" + event.type() + ".schema.json");
            if (!Files.exists(schema)) {
                faults.add(event.producer() + " has no schema of " + event.type());
            }
            for (var consumer : event.consumers()) {
                if (heardBy(consumer).stream().noneMatch(type -> covers(type, event.type()))) {
                    faults.add(consumer + " does not hear " + event.type());
                }
            }
        }
        return faults;
    }

    private static boolean covers(String heard, String type) {
        return heard.equals(type) || heard.endsWith(".*") && type.startsWith(heard.substring(0, heard.length() - 1));
    }

    private static Set<String> heardBy(String room) {
        try (var sources = Files.walk(HOUSE.resolve(room).resolve("src/main/java"))) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(path -> HEARD.matcher(text(path)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every life cycle, asked at the door: the same states, the same steps, nothing more.
    List<String> machinesThatDiffer(Citizen citizen) {
        var faults = new ArrayList<String>();
        for (var machine : file.machines()) {
            int kept = 0;
            for (var service : machine.service().split(", ")) {
                var answer = citizen.get(null, "/api/v1/" + AREAS.get(service) + "/lifecycles/" + machine.machine());
                if (answer.status() == 404 && machine.service().contains(",")) {
                    continue; // one of several departments keeps it
                }
                kept++;
                var body = answer.body();
                var steps = new HashSet<String>();
                for (var row : body.path("transitions")) {
                    row.path("from")
                            .forEach(from -> steps.add(from.asString()
                                    + ' '
                                    + row.path("command").asString()
                                    + ' '
                                    + row.path("to").asString()));
                }
                if (!steps.equals(stepsOf(machine))
                        || !texts(body.path("states")).equals(Set.copyOf(machine.states()))
                        || !texts(body.path("terminal")).equals(Set.copyOf(machine.terminal()))
                        || !body.path("initial").asString().equals(machine.initial())) {
                    faults.add(service + ' ' + machine.machine() + " " + answer.status());
                }
            }
            if (kept == 0) {
                faults.add("nobody keeps " + machine.machine());
            }
        }
        return faults;
    }

    private static Set<String> texts(Iterable<JsonNode> nodes) {
        var texts = new TreeSet<String>();
        nodes.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    private static Set<String> stepsOf(Machine machine) {
        return machine.transitions().stream()
                .flatMap(row -> row.from().stream().map(from -> from + ' ' + row.command() + ' ' + row.to()))
                .collect(Collectors.toSet());
    }

    /// Every indicator is defined under its measure.
    List<String> indicatorsThatDiffer(Citizen citizen) {
        var known = new TreeSet<String>();
        citizen.get(null, "/api/v1/supervision/indicators")
                .body()
                .path("items")
                .forEach(item -> known.add(
                        item.path("id").asString() + ' ' + item.path("measure").asString()));
        var wanted = file.indicators().stream()
                .map(one -> one.id() + ' ' + one.measure())
                .collect(Collectors.toCollection(TreeSet::new));
        var faults = new ArrayList<String>();
        wanted.stream().filter(one -> !known.contains(one)).forEach(one -> faults.add(one + " is not known"));
        known.stream().filter(one -> !wanted.contains(one)).forEach(one -> faults.add(one + " is not in the data"));
        return faults;
    }
}
