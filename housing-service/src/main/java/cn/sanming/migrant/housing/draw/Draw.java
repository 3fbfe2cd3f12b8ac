package cn.sanming.migrant.housing.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The draw itself (摇号): a pure function of the written list and the seed.
///
/// The ticket of an application or unit is `sha256(seed ":" sha256(list) ":" id)` in hex. Applications stand in
/// order of class, then ticket; units in order of ticket; the first application gets the first unit, and so on.
final class Draw {

    private Draw() {}

    /// @param unitId the home it gets, where there is one for its rank
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            int rank,
            String applicationId,
            int priorityClass,
            String ticket,
            @Nullable String unitId) {}

    /// @param order all applications; those behind the last unit are the successors
    record Result(String commitment, String listHash, List<String> units, List<Place> order) {}

    static Result of(String seed, String list) {
        var lot = Lot.read(list);
        var listHash = sha256(list);
        var units = lot.units().stream()
                .sorted(Comparator.comparing(unit -> ticket(seed, listHash, unit)))
                .toList();
        var places = lot.entries().stream()
                .map(entry -> new Place(
                        0,
                        entry.applicationId(),
                        entry.priorityClass(),
                        ticket(seed, listHash, entry.applicationId()),
                        null))
                .sorted(Comparator.comparingInt(Place::priorityClass).thenComparing(Place::ticket))
                .toList();
        var order = new ArrayList<Place>();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            order.add(new Place(
                    i + 1,
                    place.applicationId(),
                    place.priorityClass(),
                    place.ticket(),
                    i < units.size() ? units.get(i) : null));
        }
        return new Result(sha256(seed), listHash, units, List.copyOf(order));
    }

    private static String ticket(String seed, String listHash, String id) {
        return sha256(seed + ":" + listHash + ":" + id);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
