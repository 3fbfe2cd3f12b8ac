package cn.sanming.migrant.gateway.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One message (消息) in one box. The same event always makes the same message, however often it arrives.
///
/// @param order     newest first: the instant and the id, as one text
/// @param district  whose officers read it, where the box belongs to a role
/// @param facts     what is to be said, by name; nothing personal
/// @param codes     reasons, as codes with words in the departments
/// @param withdrawn what it tells of is gone, for instance a hidden vacancy
/// @param nextAt    when it is to be tried (again), in the machine's time
/// @param fault     why it was not sent, as a code
@Document("messages")
@CompoundIndex(def = "{'to': 1, 'order': 1}")
@CompoundIndex(def = "{'state': 1, 'nextAt': 1}")
@CompoundIndex(def = "{'subject': 1, 'kind': 1}")
@CompoundIndex(def = "{'state': 1, '_id': 1}")
@CompoundIndex(def = "{'order': 1}")
record Message(
        @Id String id,
        String to,
        String kind,
        String subject,
        String order,
        @Nullable String district,
        Map<String, String> facts,
        List<String> codes,
        boolean withdrawn,
        Stage state,
        Instant queuedAt,
        Instant nextAt,
        int attempts,
        @Nullable String fault,
        @Nullable Instant readAt) {

    Instant at() {
        return Instant.ofEpochMilli(Long.parseLong(order.substring(0, order.indexOf('.'))));
    }

    Recipient recipient() {
        return new Recipient(to);
    }
}
