package cn.sanming.migrant.gateway.messages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What somebody wants to hear of (消息偏好), and how often they agreed to be written to by WeChat.
///
/// @param muted    kinds that come to the box only
/// @param keys     the topics as keys to be found by; a star means any
/// @param consents by kind, how many subscribe messages may still be sent (一次性订阅)
/// @param reports  consents already counted, so that a repeated report counts once
@Document("message_preferences")
record Preferences(
        @Id String owner,
        Set<String> muted,
        List<Topic> topics,
        @Indexed List<String> keys,
        Map<String, Integer> consents,
        List<String> reports) {

    static final String ANY = "*";

    /// One subject of interest; no district means any, no occupation means any.
    record Topic(String kind, Set<String> districts, Set<String> occupations) {

        Topic {
            districts = Set.copyOf(districts);
            occupations = Set.copyOf(occupations);
        }

        private static Set<String> orAny(Set<String> chosen) {
            return chosen.isEmpty() ? Set.of(ANY) : chosen;
        }

        Set<String> keys() {
            var keys = new LinkedHashSet<String>();
            orAny(districts).forEach(district -> orAny(occupations)
                    .forEach(occupation -> keys.add(key(kind, district, occupation))));
            return keys;
        }
    }

    Preferences {
        muted = Set.copyOf(muted);
        topics = List.copyOf(topics);
        keys = List.copyOf(keys);
        consents = Map.copyOf(consents);
        reports = List.copyOf(reports);
    }

    static Preferences none(String owner) {
        return new Preferences(owner, Set.of(), List.of(), List.of(), Map.of(), List.of());
    }

    static String key(String kind, String district, String occupation) {
        return kind + '|' + district + '|' + occupation;
    }

    int consentsFor(String kind) {
        return consents.getOrDefault(kind, 0);
    }
}
