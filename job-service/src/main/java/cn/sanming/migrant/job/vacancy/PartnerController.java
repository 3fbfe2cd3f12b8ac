package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What partners ask by their own numbers, and who advertised a job first: the evidence for the agency reward (用工服务奖补).
@RestController
class PartnerController {

    private static final int MOST = 200;
    private static final Set<String> OFFICERS =
            Set.of("HR_OFFICER", "HR_HEAD", "FINANCE_OFFICER", "SUPERVISOR", "SERVICE");

    private final MongoTemplate mongo;
    private final VacancyDesk desk;

    /// @param status nothing where the number is unknown
    record Status(String reference, @Nullable VacancyView status) {}

    record Statuses(List<Status> items) {}

    record Advertised(String vacancyId, @Nullable String agencyUscc, Instant since, VacancyState state) {}

    /// @param advertised everybody who has ever had this job, the first one first
    record Origin(String job, Advertised first, List<Advertised> advertised) {}

    PartnerController(MongoTemplate mongo, VacancyDesk desk) {
        this.mongo = mongo;
        this.desk = desk;
    }

    @GetMapping("/api/v1/jobs/partner-vacancies/{reference}")
    Outcome<VacancyView> one(@PathVariable String reference, Actor actor) {
        var agency = actor.creditCode();
        if (agency == null || !actor.has("AGENCY")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return latest(agency, reference).map(desk::view).map(Outcome::done).orElseGet(Outcome::notFound);
    }

    /// By as many numbers as asked for, also those that no path can hold (`/`, `%`, `;`).
    @GetMapping("/api/v1/jobs/partner-vacancies")
    Outcome<Statuses> many(
            @RequestParam List<String> reference, @RequestParam MultiValueMap<String, String> asked, Actor actor) {
        var agency = actor.creditCode();
        if (agency == null || !actor.has("AGENCY")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        // a number may hold a comma, at which the framework cuts
        var numbers = asked.getOrDefault("reference", reference);
        if (numbers.size() > MOST) {
            return Outcome.refused(
                    Refusal.Kind.VALIDATION, Reason.at("/reference", "SIZE").required(MOST, numbers.size()));
        }
        return Outcome.done(new Statuses(numbers.stream()
                .map(number -> new Status(
                        number, latest(agency, number).map(desk::view).orElse(null)))
                .toList()));
    }

    /// The live one, or else the last one that bore the number.
    private Optional<Vacancy> latest(String agency, String reference) {
        var numbered = Query.query(
                Criteria.where("agencyUscc").is(agency).and("offer.reference").is(reference));
        return mongo.find(numbered, Vacancy.class).stream()
                .max(Comparator.comparing((Vacancy vacancy) -> vacancy.file().createdAt())
                        .thenComparing(Vacancy::id));
    }

    @GetMapping(VacancyDesk.PATH + "/{id}/origin")
    Outcome<Origin> origin(@PathVariable String id, CommandContext context) {
        var vacancy = mongo.findById(id, Vacancy.class);
        if (vacancy == null || !maySee(vacancy, context.actor())) {
            return Outcome.notFound();
        }
        var same = mongo.find(Query.query(Criteria.where("job").is(vacancy.job())), Vacancy.class).stream()
                .sorted(Comparator.comparing((Vacancy each) -> each.file().createdAt())
                        .thenComparing(Vacancy::id))
                .map(each ->
                        new Advertised(each.id(), each.agencyUscc(), each.file().createdAt(), each.state()))
                .toList();
        return Outcome.done(new Origin(vacancy.job(), same.getFirst(), same));
    }

    private static boolean maySee(Vacancy vacancy, Actor actor) {
        return actor.hasAny(OFFICERS) && actor.mayActIn(vacancy.offer().district())
                || actor.creditCode() != null
                        && (actor.creditCode().equals(vacancy.agencyUscc())
                                || actor.creditCode().equals(vacancy.offer().employerUscc()));
    }
}
