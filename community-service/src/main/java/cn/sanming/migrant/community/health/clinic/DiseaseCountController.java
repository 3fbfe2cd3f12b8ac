package cn.sanming.migrant.community.health.clinic;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Disease control of a park over HTTP: monthly numbers by the district's health service, never a name.
@RestController
@RequestMapping(ParkClinicDesk.PATH + "/{id}/counts")
class DiseaseCountController {

    private static final Set<String> KEEPERS = Set.of("HEALTH_OFFICER", "HEALTH_WORKER");
    private static final Set<String> READERS = Set.of("HEALTH_OFFICER", "HEALTH_WORKER", "SUPERVISOR");

    private final MongoTemplate mongo;

    record Numbers(
            @PositiveOrZero int cases, @PositiveOrZero int contacts) {}

    record Row(YearMonth month, int cases, int contacts) {}

    record Listed(List<Row> items) {}

    DiseaseCountController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @PutMapping("/{month}")
    Outcome<Row> enter(
            @PathVariable String id, @PathVariable YearMonth month, @Body Numbers body, CommandContext context) {
        var refusal = refusal(id, KEEPERS, context.actor());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (month.isAfter(YearMonth.from(context.today()))) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/month", "DAY_IN_FUTURE"));
        }
        mongo.save(new DiseaseCount(id + '|' + month, id, month, body.cases(), body.contacts()));
        return Outcome.done(new Row(month, body.cases(), body.contacts()));
    }

    @GetMapping
    Outcome<Listed> list(@PathVariable String id, Actor actor) {
        var refusal = refusal(id, READERS, actor);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        var of = Query.query(Criteria.where("clinicId").is(id)).with(Sort.by("_id"));
        return Outcome.done(new Listed(mongo.find(of, DiseaseCount.class).stream()
                .map(row -> new Row(row.month(), row.cases(), row.contacts()))
                .toList()));
    }

    private Optional<Refusal> refusal(String id, Set<String> roles, Actor actor) {
        if (!actor.hasAny(roles)) {
            return Optional.of(
                    Refusal.of(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(roles, actor.roles())));
        }
        var clinic = mongo.findById(id, ParkClinic.class);
        if (clinic == null) {
            return Optional.of(Refusal.of(Kind.NOT_FOUND));
        }
        return actor.mayActIn(clinic.file.district())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Kind.OTHER_DISTRICT,
                        Reason.of("OTHER_DISTRICT").required(clinic.file.district(), actor.county())));
    }
}
