package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.web.Body;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
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
    private final Seekers seekers;
    private final Recommendations made;
    private final MongoTemplate mongo;

    record Profile(
            List<String> occupationCodes,
            @Nullable Integer skillLevel,
            List<String> preferredDistricts,
            @Nullable Money expectedMinWage,
            @Nullable LocalDate birthDate,
            Retirement.@Nullable Category retirementCategory,
            @Nullable Boolean subscribed) {}

    /// @param skillLevel the best of what was said and what certificates prove
    record ProfileView(
            String personId,
            List<String> occupationCodes,
            @Nullable Integer skillLevel,
            List<String> preferredDistricts,
            @Nullable Money expectedMinWage,
            @Nullable LocalDate birthDate,
            Retirement.@Nullable Category retirementCategory,
            boolean subscribed,
            List<SeekerProfile.Skill> certificates,
            List<SeekerProfile.Award> awards) {

        static ProfileView of(SeekerProfile profile) {
            var wishes = profile.wishes();
            return new ProfileView(
                    profile.personId(),
                    profile.occupations(),
                    profile.level(),
                    wishes.preferredDistricts(),
                    wishes.expectedMinWage(),
                    wishes.birthDate(),
                    wishes.retirementCategory(),
                    wishes.subscribed(),
                    profile.skills(),
                    profile.awards());
        }
    }

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

    RecommendationController(RecommendationDesk desk, Seekers seekers, Recommendations made, MongoTemplate mongo) {
        this.desk = desk;
        this.seekers = seekers;
        this.made = made;
        this.mongo = mongo;
    }

    @PutMapping("/seekers/{person}")
    Outcome<ProfileView> profile(@PathVariable String person, @Body Profile body, Actor actor) {
        if (!maySee(person, actor)) {
            return Outcome.notFound();
        }
        var wishes = new SeekerProfile.Wishes(
                body.occupationCodes(),
                body.skillLevel(),
                body.preferredDistricts(),
                body.expectedMinWage(),
                body.birthDate(),
                body.retirementCategory(),
                !Boolean.FALSE.equals(body.subscribed()));
        return Outcome.done(ProfileView.of(seekers.change(person, profile -> profile.wishing(wishes))));
    }

    @GetMapping("/seekers/{person}")
    Outcome<ProfileView> profile(@PathVariable String person, Actor actor) {
        return maySee(person, actor)
                ? seekers.find(person).map(ProfileView::of).map(Outcome::done).orElseGet(Outcome::notFound)
                : Outcome.notFound();
    }

    @PostMapping("/recommendations")
    Outcome<Map<String, List<View>>> recommend(@Body ForWhom body, CommandContext context) {
        if (!maySee(body.personId(), context.actor())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var best = desk.recommend(body.personId(), Recommendation.Trigger.MANUAL, context);
        return Outcome.done(Map.of("items", best.stream().map(View::of).toList()));
    }

    @GetMapping("/recommendations")
    Outcome<Map<String, List<View>>> list(@RequestParam(name = "person_id") String person, Actor actor) {
        if (!maySee(person, actor)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return Outcome.done(
                Map.of("items", made.newestFor(person).stream().map(View::of).toList()));
    }

    @PostMapping("/recommendations/{id}/react")
    Outcome<View> react(@PathVariable String id, @Body Reacted body, CommandContext context) {
        var known = mongo.findById(id, Recommendation.class);
        if (known == null || !known.personId().equals(context.actor().workerId())) {
            return Outcome.notFound();
        }
        known.reacted(body.reaction(), context);
        return Outcome.done(View.of(mongo.save(known)));
    }

    private static boolean maySee(String person, Actor actor) {
        return person.equals(actor.workerId()) || actor.has("HR_OFFICER");
    }
}
