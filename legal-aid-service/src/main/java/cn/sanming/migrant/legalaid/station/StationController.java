package cn.sanming.migrant.legalaid.station;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue of stations over HTTP: kept by the justice bureau, read by anybody.
@RestController
@RequestMapping("/api/v1/legal-aid/stations")
class StationController {

    private static final List<String> KEEPERS = List.of("JUDICIAL_OFFICER", "LEGAL_AID_OFFICER");

    private final MongoTemplate mongo;

    record Entry(
            Station.Kind kind,
            @NotBlank String name,
            String district,
            @NotBlank String town,
            @NotBlank String address,
            @NotBlank String hours,
            @Nullable Boolean takesApplications) {

        Station as(String id, @Nullable Long version) {
            return new Station(
                    id,
                    version,
                    kind,
                    name,
                    Divisions.sanming().current(district),
                    town,
                    address,
                    hours,
                    !Boolean.FALSE.equals(takesApplications));
        }
    }

    record Stations(List<Station> items) {}

    StationController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping
    Stations list(@RequestParam(required = false) @Nullable String district) {
        var query = district == null
                ? new Query()
                : Query.query(Criteria.where("district").is(Divisions.sanming().current(district)));
        return new Stations(mongo.find(query.with(Sort.by("_id")), Station.class));
    }

    @PostMapping
    Outcome<Station> add(@Body Entry entry, Actor actor) {
        var refused = StationController.<Station>refusal(entry, actor);
        if (refused != null) {
            return refused;
        }
        var station = mongo.insert(entry.as(Ids.next("st"), null));
        return Outcome.created(station, "/api/v1/legal-aid/stations/" + station.id());
    }

    @PutMapping("/{id}")
    Outcome<Station> change(@PathVariable String id, @Body Entry entry, Actor actor) {
        var refused = StationController.<Station>refusal(entry, actor);
        if (refused != null) {
            return refused;
        }
        var known = mongo.findById(id, Station.class);
        if (known == null) {
            return Outcome.notFound();
        }
        return actor.mayActIn(known.district())
                ? Outcome.done(mongo.save(entry.as(id, known.version())))
                : Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
    }

    private static <T> @Nullable Outcome<T> refusal(Entry entry, Actor actor) {
        if (!actor.hasAny(KEEPERS)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(KEEPERS, actor.roles()));
        }
        var district = Divisions.sanming().current(entry.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return actor.mayActIn(district)
                ? null
                : Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
    }
}
