package cn.sanming.migrant.legalaid.circuit;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Keeps the circuit points and their calendars, finds the nearest and records the sessions (巡回办案).
@Component
class CircuitDesk {

    private static final List<String> KEEPERS = List.of("COURT", "ARB_REGISTRAR", "JUDICIAL_OFFICER");

    private final MongoTemplate mongo;

    record NewPoint(
            @NotBlank String name,
            CircuitPoint.Kind kind,
            @NotBlank String address,
            String district,
            @Nullable @Min(-90) @Max(90) Double latitude,
            @Nullable @Min(-180) @Max(180) Double longitude,
            @Nullable List<LocalDate> calendar) {}

    record Calendar(List<LocalDate> days) {}

    record Held(LocalDate heldOn, @Min(0) int cases) {}

    CircuitDesk(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Outcome<CircuitPoint> open(NewPoint body, CommandContext context) {
        var district = Divisions.sanming().current(body.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!context.actor().hasAny(KEEPERS)) {
            return forbidden(context);
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var point = new CircuitPoint(
                Ids.next("cp"),
                null,
                body.name(),
                body.kind(),
                body.address(),
                district,
                body.latitude(),
                body.longitude(),
                body.calendar() == null ? List.of() : sorted(body.calendar()));
        return Outcome.created(mongo.insert(point), "/api/v1/legal-aid/circuit-points/" + point.id());
    }

    Outcome<CircuitPoint> plan(String id, Calendar body, CommandContext context) {
        return keeping(id, context, point -> Outcome.done(mongo.save(point.withCalendar(sorted(body.days())))));
    }

    Outcome<CircuitSession.View> hold(String id, Held body, CommandContext context) {
        return keeping(id, context, point -> {
            if (body.heldOn().isAfter(context.today())) {
                return Outcome.refused(Kind.GUARD_FAILED, Reason.at("/held_on", "NOT_HELD_YET"));
            }
            var session = CircuitSession.held(point, body.heldOn(), body.cases(), context);
            var place = "/api/v1/legal-aid/circuit-points/" + id + "/sessions";
            try {
                return Outcome.created(mongo.insert(session).view(), place);
            } catch (DuplicateKeyException _) {
                return Outcome.duplicate(place);
            }
        });
    }

    private interface Keeping<T> {
        Outcome<T> with(CircuitPoint point);
    }

    private <T> Outcome<T> keeping(String id, CommandContext context, Keeping<T> work) {
        if (!context.actor().hasAny(KEEPERS)) {
            return forbidden(context);
        }
        var point = mongo.findById(id, CircuitPoint.class);
        if (point == null) {
            return Outcome.notFound();
        }
        return context.actor().mayActIn(point.district())
                ? work.with(point)
                : Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
    }

    private static <T> Outcome<T> forbidden(CommandContext context) {
        return Outcome.refused(
                Kind.FORBIDDEN_ROLE,
                Reason.of("FORBIDDEN_ROLE").required(KEEPERS, context.actor().roles()));
    }

    List<CircuitPoint> points(@Nullable String district) {
        var query = district == null
                ? new Query()
                : Query.query(Criteria.where("district").is(district));
        return mongo.find(query.with(Sort.by("_id")), CircuitPoint.class);
    }

    List<CircuitSession.View> sessions(String pointId) {
        return mongo.find(Query.query(Criteria.where("pointId").is(pointId)), CircuitSession.class).stream()
                .map(CircuitSession::view)
                .sorted(Comparator.comparing(CircuitSession.View::heldOn))
                .toList();
    }

    /// The points near a place, the nearest first.
    List<CircuitPoint> nearest(double latitude, double longitude) {
        return points(null).stream()
                .filter(point -> point.distanceTo(latitude, longitude) != null)
                .sorted(Comparator.comparing(
                        point -> point.distanceTo(latitude, longitude),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /// The points of a district; where there are none, those of the city area.
    List<CircuitPoint> nearest(String district) {
        var here = points(Divisions.sanming().current(district));
        return here.isEmpty()
                ? points(null).stream()
                        .filter(point -> Divisions.sanming().isCityArea(point.district()))
                        .toList()
                : here;
    }

    private static List<LocalDate> sorted(List<LocalDate> days) {
        return days.stream().distinct().sorted().toList();
    }
}
