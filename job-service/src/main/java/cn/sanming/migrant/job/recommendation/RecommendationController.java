package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.security.Actor;
import cn.sanming.migrant.platform.web.Body;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/// Seekers' profiles and recommendations over HTTP: one's own, or by an officer for somebody.
@RestController
@RequestMapping("/api/v1/jobs")
class RecommendationController {

    private final RecommendationDesk desk;
    private final MongoTemplate mongo;

    record Profile(
            List<String> occupationCodes,
            @Nullable Integer skillLevel,
            List<String> preferredDistricts,
            @Nullable Money expectedMinWage,
            @Nullable LocalDate birthDate,
            Retirement.@Nullable Category retirementCategory,
            @Nullable Boolean subscribed) {}

    record ForWhom(String personId) {}

    record Reacted(Recommendation.Reaction reaction) {}

    record View(
            String id,
            String personId,
            String vacancyId,
            int score,
            Recommendation.Trigger trigger,
            Instant madeAt,
            String reaction) {

        static View of(Recommendation made) {
            return new View(
                    made.id(),
                    made.personId(),
                    made.vacancyId(),
                    made.score(),
                    made.trigger(),
                    made.madeAt(),
                    made.file().state());
        }
    }

    RecommendationController(RecommendationDesk desk, MongoTemplate mongo) {
        this.desk = desk;
        this.mongo = mongo;
    }

    @PutMapping("/seekers/{person}")
    Outcome<SeekerProfile> profile(@PathVariable String person, @Body Profile body, Actor actor) {
        if (!maySee(person, actor)) {
            return Outcome.notFound();
        }
        return Outcome.done(desk.keep(new SeekerProfile(
                person,
                body.occupationCodes(),
                body.skillLevel(),
                body.preferredDistricts(),
                body.expectedMinWage(),
                body.birthDate(),
                body.retirementCategory(),
                !Boolean.FALSE.equals(body.subscribed()))));
    }

    @GetMapping("/seekers/{person}")
    Outcome<SeekerProfile> profile(@PathVariable String person, Actor actor) {
        return maySee(person, actor)
                ? desk.profile(person).map(Outcome::done).orElseGet(Outcome::notFound)
                : Outcome.notFound();
    }

    @PostMapping("/recommendations")
    Outcome<Map<String, List<View>>> recommend(@Body ForWhom body, Act act) {
        if (!maySee(body.personId(), act.actor())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var made = desk.recommend(body.personId(), Recommendation.Trigger.MANUAL, act);
        return Outcome.done(Map.of("items", made.stream().map(View::of).toList()));
    }

    @GetMapping("/recommendations")
    Outcome<Map<String, List<View>>> list(@RequestParam(name = "person_id") String person, Actor actor) {
        if (!maySee(person, actor)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var newest = Query.query(Criteria.where("personId").is(person))
                .with(Sort.by(Sort.Direction.DESC, "madeAt", "score"))
                .limit(100);
        return Outcome.done(Map.of(
                "items",
                mongo.find(newest, Recommendation.class).stream().map(View::of).toList()));
    }

    @PostMapping("/recommendations/{id}/react")
    Outcome<View> react(@PathVariable String id, @Body Reacted body, Act act) {
        var made = mongo.findById(id, Recommendation.class);
        if (made == null || !made.personId().equals(act.actor().workerId())) {
            return Outcome.notFound();
        }
        made.reacted(body.reaction(), act);
        return Outcome.done(View.of(mongo.save(made)));
    }

    private static boolean maySee(String person, Actor actor) {
        return person.equals(actor.workerId()) || actor.has("HR_OFFICER");
    }
}
