package cn.sanming.migrant.platform.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The ids of the events sent last, so that an outbox saved again before it was emptied does not send twice.
final class SentEvents {

    private final Set<String> ids;

    SentEvents(int capacity) {
        ids = Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > capacity;
            }
        });
    }

    boolean add(String id) {
        return ids.add(id);
    }

    boolean contains(String id) {
        return ids.contains(id);
    }
}
