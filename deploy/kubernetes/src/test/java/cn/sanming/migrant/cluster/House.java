package cn.sanming.migrant.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the code says of itself: the rooms, whom they ask, where the door leads, which topics they publish to.
///
/// @param calls by room, the rooms its Feign clients ask
/// @param routes the services the door leads to, with the variable that says where each is
/// @param topics by room
/// @param retention how long the code takes the topics to keep events
record House(
        Set<String> rooms,
        Map<String, Set<String>> calls,
        Map<String, String> routes,
        Map<String, String> topics,
        Duration retention) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern CLIENT = Pattern.compile("@FeignClient\\(\\s*name = \"([a-z-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");

    static House at(Path root) throws IOException {
        Set<String> rooms;
        try (var folders = Files.list(root)) {
            rooms = folders.filter(folder -> Files.exists(folder.resolve("src/main/resources/application.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        var calls = new TreeMap<String, Set<String>>();
        var topics = new TreeMap<String, String>();
        for (var room : rooms) {
            calls.put(room, asked(root.resolve(room).resolve("src/main/java")));
            var topic = settings(root, room).at("/migrant/events/topic").asText("");
            if (!topic.isEmpty()) {
                topics.put(room, topic);
            }
        }
        var routes = new TreeMap<String, String>();
        settings(root, "gateway").at("/migrant/gateway/routes").forEach(route -> {
            var variable = VARIABLE.matcher(route.path("uri").asText());
            routes.put(route.path("service").asText(), variable.find() ? variable.group(1) : "");
        });
        var defaults =
                YAML.readTree(Files.readString(root.resolve("platform/starter/src/main/resources/platform.yaml")));
        var days = defaults.at("/migrant/events/retention").asText().replaceFirst("d$", "");
        return new House(rooms, calls, routes, topics, Duration.ofDays(Long.parseLong(days)));
    }

    private static JsonNode settings(Path root, String room) throws IOException {
        return YAML.readTree(Files.readString(root.resolve(room).resolve("src/main/resources/application.yaml")));
    }

    private static Set<String> asked(Path sources) throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(sources)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CLIENT.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        return asked;
    }
}
