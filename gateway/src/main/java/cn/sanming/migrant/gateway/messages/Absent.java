package cn.sanming.migrant.gateway.messages;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;

/// What is not known is not there, rather than there as `null`.
final class Absent {

    private Absent() {}

    static Update set(Update update, String field, @Nullable Object value) {
        return value == null ? update.unset(field) : update.set(field, value);
    }
}
