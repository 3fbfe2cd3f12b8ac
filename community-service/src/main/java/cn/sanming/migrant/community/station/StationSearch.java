package cn.sanming.migrant.community.station;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private record Found(RestStation station, double metres) {}

    StationSearch(MongoTemplate mongo, HeatDays heat) {
        this.mongo = mongo;
        this.heat = heat;
    }

    /// The nearest open stations, the nearest first; equally near ones by id.
    List<StationPin> nearest(Position from, int count, @Nullable String facility, LocalDateTime now) {
        var found = near(from, count, facility);
        var hot = heat.on(
                now.toLocalDate(),
                found.stream()
                        .map(each -> String.valueOf(each.station().file().district()))
                        .toList());
        return found.stream()
                .map(each -> StationPin.of(
                        each.station(), now, hot.get(each.station().file().district()), each.metres()))
                .toList();
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
        return Comparator.comparingDouble(Found::metres)
                .thenComparing(each -> each.station().id());
    }

    private List<Found> measured(Criteria where, Position from, @Nullable String facility) {
        var open = Query.query(where.and("file.state").is(StationState.OPEN.name()));
        var found = new ArrayList<Found>();
        for (var station : mongo.find(open, RestStation.class)) {
            if (facility == null || station.facilities().contains(facility)) {
                found.add(new Found(station, from.metresTo(station.position())));
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
        var districts = new HashSet<String>();
        rows.forEach(row -> districts.add(String.valueOf(row.file().district())));
        var hot = heat.on(now.toLocalDate(), districts);
        return rows.stream()
                .map(row -> StationPin.of(row, now, hot.get(row.file().district()), null))
                .toList();
    }
}
