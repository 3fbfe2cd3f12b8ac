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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Recommends the best open vacancies to a seeker: by points, then the newest, then by id; measure 1.
@Component
class RecommendationDesk {

    private final Seekers seekers;
    private final Recommendations made;
    private final PublishedVacancies vacancies;
    private final EmployerRegister employers;
    private final RuleBook rules;

    private final AtomicReference<@Nullable LaidOut> laidOut = new AtomicReference<>();

    private record LaidOut(LocalDate day, OpenVacancies open) {}

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

    /// Reads all open vacancies of a day once, for the run that serves everybody.
    void layOut(LocalDate day) {
        try (var open = vacancies.having(List.of(MatchKeys.ANY), day)) {
            laidOut.set(new LaidOut(day, OpenVacancies.of(open)));
        }
    }

    void clearAway() {
        laidOut.set(null);
    }

    /// The weekly recommendations of somebody who wants to hear from us; the vacancies that were laid out are looked up
    /// by their keys.
    void recommendWeekly(String personId, CommandContext context) {
        var shelf = laidOut.get();
        if (shelf == null || !shelf.day().equals(context.today())) {
            recommend(personId, Recommendation.Trigger.PERIODIC, context);
            return;
        }
        seekers.find(personId).ifPresent(profile -> {
            var matching = matchingOn(context.today());
            var keys = MatchKeys.of(profile.occupations(), profile.wishes().preferredDistricts());
            var open = shelf.open().having(MatchKeys.wanted(keys, matching.keysNeeded()));
            make(profile, open, matching, Recommendation.Trigger.PERIODIC, Set.of(), context);
        });
    }
}
