package cn.sanming.migrant.job.collection;

import cn.sanming.migrant.job.employer.Employer;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Rounds with their response rate for officers; requests and answers for employers, and for officers on their behalf.
@RestController
@RequestMapping("/api/v1/jobs")
class CollectionController {

    private static final Set<String> READERS = Set.of("HR_OFFICER", "HR_HEAD", "SUPERVISOR", "SERVICE");

    private final CollectionDesk desk;

    record Round(
            String id,
            YearMonth periodMonth,
            LocalDate startedOn,
            LocalDate closesOn,
            boolean closed,
            int asked,
            int answered,
            int vacancies,
            BigDecimal responseRate,
            Map<Employer.Reach, Integer> answersByChannel) {}

    record Rounds(List<Round> items) {}

    record Request(
            String id,
            String roundId,
            String employerUscc,
            LocalDate askedOn,
            Employer.Reach askedBy,
            @Nullable LocalDate answeredOn,
            Employer.@Nullable Reach answeredBy,
            CollectionRequest.@Nullable Answer answer,
            int vacancies) {

        static Request of(CollectionRequest request) {
            return new Request(
                    request.id(),
                    request.roundId(),
                    request.employerUscc(),
                    request.askedOn(),
                    request.askedBy(),
                    request.answeredOn(),
                    request.answeredBy(),
                    request.answer(),
                    request.vacancies());
        }
    }

    record Requests(List<Request> items) {}

    /// @param channel through which door it came; an officer at the venue says VENUE
    record Answer(
            CollectionRequest.Answer answer,
            @Nullable @PositiveOrZero Integer vacancies,
            Employer.Reach channel) {}

    CollectionController(CollectionDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/collection-rounds")
    Outcome<Rounds> rounds(Actor actor) {
        return actor.hasAny(READERS)
                ? Outcome.done(new Rounds(desk.rounds().stream()
                        .sorted(Comparator.comparing(CollectionRound::periodMonth)
                                .reversed())
                        .map(this::view)
                        .toList()))
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
    }

    @GetMapping("/collection-rounds/{id}")
    Outcome<Round> round(@PathVariable String id, Actor actor) {
        return actor.hasAny(READERS)
                ? desk.find(id).map(this::view).map(Outcome::done).orElseGet(Outcome::notFound)
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
    }

    private Round view(CollectionRound round) {
        var count = desk.count(round.id());
        var shown = round.closedOn() == null
                ? round.counted(count.asked(), count.answered(), count.vacancies(), null)
                : round;
        return new Round(
                shown.id(),
                shown.periodMonth(),
                shown.startedOn(),
                shown.closesOn(),
                shown.closedOn() != null,
                shown.asked(),
                shown.answered(),
                shown.vacancies(),
                shown.responseRate(),
                count.byChannel());
    }

    @GetMapping("/collection-requests")
    Outcome<Requests> requests(
            @RequestParam(name = "employer_uscc", required = false) @Nullable String uscc, Actor actor) {
        var whose = actor.hasAny(READERS) && uscc != null ? uscc : actor.creditCode();
        if (whose == null || uscc != null && !uscc.equals(whose)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return Outcome.done(
                new Requests(desk.askedOf(whose).stream().map(Request::of).toList()));
    }

    @PostMapping("/collection-requests/{id}/answer")
    Outcome<Request> answer(@PathVariable String id, @Body Answer body, CommandContext context) {
        var actor = context.actor();
        var mine = actor.creditCode() != null
                && desk.askedOf(actor.creditCode()).stream()
                        .anyMatch(request -> request.id().equals(id));
        if (!mine && !actor.has("HR_OFFICER")) {
            return Outcome.notFound();
        }
        int vacancies = body.vacancies() == null ? 0 : body.vacancies();
        return desk.answer(id, body.answer(), vacancies, body.channel(), context.today())
                .map(Request::of);
    }
}
