package cn.sanming.migrant.community.station;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Finds the nearest open stations (最近驿站) with a plain index on grid cells, so on any store, and exactly: rings of
/// cells are read outwards until nothing further out can be nearer than what has been found.
@Component
class StationSearch {

    /// About forty kilometres; from further away all open stations are compared.
    private static final int RINGS = 8;

    private static final double TEMPERATE = 60;
    private static final double DATE_LINE = 179;

    private final MongoTemplate mongo;
    private final HeatDays heat;

    /// Where a station is, which is all the comparison needs.
    private record Spot(@Id String id, Position position, List<String> facilities) {}

    private record Found(String id, double metres) {}

    StationSearch(MongoTemplate mongo, HeatDays heat) {
        this.mongo = mongo;
        this.heat = heat;
    }

    /// The nearest open stations, the nearest first; equally near ones by id.
    List<StationPin> nearest(Position from, int count, @Nullable String facility, LocalDateTime now) {
        var found = near(from, count, facility);
        var ids = found.stream().map(Found::id).toList();
        var stations = new HashMap<String, RestStation>();
        mongo.find(Query.query(Criteria.where("_id").in(ids)), RestStation.class)
                .forEach(station -> stations.put(station.id(), station));
        var hot = heatAt(stations.values(), now);
        return found.stream()
                .filter(each -> stations.containsKey(each.id()))
                .map(each -> {
                    var station = stations.get(each.id());
                    return StationPin.of(station, now, hot.get(station.file().district()), each.metres());
                })
                .toList();
    }

    private Map<String, HeatDay> heatAt(Collection<RestStation> stations, LocalDateTime now) {
        var districts = stations.stream()
                .map(station -> String.valueOf(station.file().district()))
                .toList();
        return heat.on(now.toLocalDate(), districts);
    }

    private List<Found> near(Position from, int count, @Nullable String facility) {
        var home = Cell.of(from);
        var found = new ArrayList<Found>();
        boolean rings = Math.abs(from.latitude()) <= TEMPERATE && Math.abs(from.longitude()) <= DATE_LINE;
        for (int ring = 0; rings && ring <= RINGS; ring++) {
            found.addAll(measured(Criteria.where("cell").in(home.ring(ring)), from, facility));
            found.sort(order());
            if (found.size() >= count && found.get(count - 1).metres() <= home.metresWithin(from, ring)) {
                return found.subList(0, count);
            }
        }
        var all = measured(new Criteria(), from, facility);
        all.sort(order());
        return all.subList(0, Math.min(count, all.size()));
    }

    private static Comparator<Found> order() {
        return Comparator.comparingDouble(Found::metres).thenComparing(Found::id);
    }

    private List<Found> measured(Criteria where, Position from, @Nullable String facility) {
        var open = Query.query(where.and("file.state").is(StationState.OPEN.name()));
        open.fields().include("position", "facilities");
        var found = new ArrayList<Found>();
        for (var spot : mongo.find(open, Spot.class, mongo.getCollectionName(RestStation.class))) {
            if (facility == null || spot.facilities().contains(facility)) {
                found.add(new Found(spot.id(), from.metresTo(spot.position())));
            }
        }
        return found;
    }

    /// The stations on the map: open ones, and suspended ones with the day until which they are.
    List<StationPin> map(@Nullable String district, @Nullable String after, int limit, LocalDateTime now) {
        var shown = List.of(StationState.OPEN.name(), StationState.SUSPENDED.name());
        var criteria = Criteria.where("file.state").in(shown);
        if (district != null) {
            criteria = criteria.and("file.district").is(district);
        }
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        var rows = mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(limit), RestStation.class);
        var hot = heatAt(rows, now);
        return rows.stream()
                .map(row -> StationPin.of(row, now, hot.get(row.file().district()), null))
                .toList();
    }
}
