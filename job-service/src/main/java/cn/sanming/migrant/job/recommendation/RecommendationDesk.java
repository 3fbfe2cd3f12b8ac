package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.vacancy.MatchKeys;
import cn.sanming.migrant.job.vacancy.PublicVacancy;
import cn.sanming.migrant.job.vacancy.PublishedVacancies;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Recommends the best open vacancies to a seeker: by points, then the newest, then by id; measure 1.
@Component
class RecommendationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RecommendationDesk.class);

    private final Seekers seekers;
    private final Recommendations made;
    private final PublishedVacancies vacancies;
    private final EmployerRegister employers;
    private final RuleBook rules;

    RecommendationDesk(
            Seekers seekers,
            Recommendations made,
            PublishedVacancies vacancies,
            EmployerRegister employers,
            RuleBook rules) {
        this.seekers = seekers;
        this.made = made;
        this.vacancies = vacancies;
        this.employers = employers;
        this.rules = rules;
    }

    Matching matchingOn(LocalDate on) {
        return Matching.of(rules.context().on(on), on);
    }

    /// Makes today's recommendations to a seeker; made again, they are the same ones.
    List<Recommendation> recommend(String personId, Recommendation.Trigger trigger, CommandContext context) {
        return recommend(personId, trigger, Set.of(), context);
    }

    /// Only what the person has not heard of since a day.
    List<Recommendation> recommendMore(String personId, LocalDate since, CommandContext context) {
        return recommend(personId, Recommendation.Trigger.REGISTRATION, made.sentTo(personId, since), context);
    }

    private List<Recommendation> recommend(
            String personId, Recommendation.Trigger trigger, Set<String> without, CommandContext context) {
        var found = seekers.find(personId);
        if (found.isEmpty() || found.get().occupations().isEmpty()) {
            return List.of();
        }
        var profile = found.get();
        var matching = matchingOn(context.today());
        var keys = MatchKeys.of(profile.occupations(), profile.wishes().preferredDistricts());
        try (var open = vacancies.having(MatchKeys.wanted(keys, matching.keysNeeded()), context.today())) {
            return make(profile, open, matching, trigger, without, context);
        }
    }

    private List<Recommendation> make(
            SeekerProfile profile,
            Stream<PublicVacancy> open,
            Matching matching,
            Recommendation.Trigger trigger,
            Set<String> without,
            CommandContext context) {
        var unwanted = new HashSet<>(without);
        unwanted.addAll(made.declinedBy(profile.personId()));
        var best = matching.best(
                profile.seeker(),
                open.filter(vacancy -> !unwanted.contains(vacancy.id())),
                vacancy -> vacancy.employerUscc() == null || employers.isBlacklisted(vacancy.employerUscc()));
        return made.keep(best.stream()
                .map(match -> Recommendation.made(
                        profile.personId(),
                        match.vacancy().id(),
                        match.vacancy().district(),
                        match.score(),
                        trigger,
                        context.today(),
                        context))
                .toList());
    }

    /// Once a week, everybody who wants to hear from us; the open vacancies are read once and looked up by their keys.
    ///
    /// @return how many recommendations stand afterwards
    int recommendToAll(CommandContext context) {
        var matching = matchingOn(context.today());
        int failed = 0;
        int sent = 0;
        try (var open = vacancies.having(List.of(MatchKeys.ANY), context.today());
                var all = seekers.having(List.of(MatchKeys.ANY))) {
            var shelf = OpenVacancies.of(open);
            for (var profile : (Iterable<SeekerProfile>) all::iterator) {
                var keys = MatchKeys.of(profile.occupations(), profile.wishes().preferredDistricts());
                try {
                    sent += make(
                                    profile,
                                    shelf.having(MatchKeys.wanted(keys, matching.keysNeeded())),
                                    matching,
                                    Recommendation.Trigger.PERIODIC,
                                    Set.of(),
                                    context)
                            .size();
                } catch (RuntimeException e) {
                    failed++;
                    LOG.error("no weekly recommendations for {}", profile.personId(), e);
                }
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " seekers got no recommendations; the job runs again");
        }
        return sent;
    }
}
