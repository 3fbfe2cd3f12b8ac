package cn.sanming.migrant.gateway.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// What concerns everybody (公告): a vacancy, a job fair, a heat alert, a published violation. Nobody's name but what
/// the law itself makes public.
///
/// @param live     whether it stands on the board now
/// @param sequence of the event it was last changed by; older ones change nothing
/// @param order    newest first: the instant of its first event and its id
@Document("notices")
@CompoundIndex(def = "{'live': 1, 'kind': 1, 'order': 1}")
@CompoundIndex(def = "{'live': 1, 'kind': 1, 'district': 1, 'order': 1}")
record Notice(
        @Id String id,
        String kind,
        String subject,
        @Nullable String district,
        Map<String, String> facts,
        List<String> codes,
        boolean live,
        long sequence,
        String order) {

    static String idOf(String kind, String subject) {
        return kind + ':' + subject;
    }
}
