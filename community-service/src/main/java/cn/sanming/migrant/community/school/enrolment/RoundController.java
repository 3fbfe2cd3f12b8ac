package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.Stage;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import java.time.LocalDate;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Times of application over HTTP.
@RestController
@RequestMapping("/api/v1/community/enrolment-rounds/{district}/{year}/{stage}")
class RoundController {

    private final MongoTemplate mongo;

    RoundController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    record Times(LocalDate opensOn, LocalDate closesOn) {}

    @PutMapping
    Outcome<Times> set(
            @PathVariable String district,
            @PathVariable int year,
            @PathVariable Stage stage,
            @Body Times body,
            Actor actor) {
        if (!actor.has("EDU_OFFICER")) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required("EDU_OFFICER", actor.roles()));
        }
        if (!actor.mayActIn(district)) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
        }
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (body.closesOn().isBefore(body.opensOn())) {
            return Outcome.refused(
                    Kind.VALIDATION,
                    Reason.at("/closes_on", "END_BEFORE_START").required(body.opensOn(), body.closesOn()));
        }
        mongo.save(new EnrolmentRound(
                SchoolEnrolment.groupOf(district, year, stage),
                district,
                year,
                stage,
                body.opensOn(),
                body.closesOn()));
        return Outcome.done(body);
    }

    @GetMapping
    Outcome<Times> get(@PathVariable String district, @PathVariable int year, @PathVariable Stage stage) {
        var round = mongo.findById(SchoolEnrolment.groupOf(district, year, stage), EnrolmentRound.class);
        return round == null ? Outcome.notFound() : Outcome.done(new Times(round.opensOn(), round.closesOn()));
    }
}
