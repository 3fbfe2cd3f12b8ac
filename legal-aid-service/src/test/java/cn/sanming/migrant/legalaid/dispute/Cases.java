package cn.sanming.migrant.legalaid.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.legalaid.RulesOfTheHouse;
import cn.sanming.migrant.legalaid.arbitration.ArbitrationDeadlines;
import cn.sanming.migrant.legalaid.arbitration.ClaimKind;
import cn.sanming.migrant.legalaid.arbitration.FastTrack;
import cn.sanming.migrant.legalaid.arbitration.FinalAward;
import cn.sanming.migrant.legalaid.arbitration.GroupCase;
import cn.sanming.migrant.legalaid.arbitration.Limitation;
import cn.sanming.migrant.legalaid.arbitration.Place;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Disputes to try things on, without any server.
final class Cases {

    static final String EMPLOYER = "91350404MA0FJM020R";
    static final Actor WORKER = new Actor("worker-P-1", Set.of("WORKER"), null, null, null, "P-1");
    static final Actor FIRM = new Actor("firm", Set.of("EMPLOYER"), null, null, EMPLOYER, null);
    static final Actor OFFICER = new Actor("officer", Set.of("ARB_REGISTRAR"), null, "350404", null, null);

    static final ClockSetting CLOCKS = new ClockSetting(RulesOfTheHouse.BOOK, new ArbitrationDeadlines());
    static final Registry REGISTRY = new Registry(CLOCKS);
    static final Proceedings PROCEEDINGS = new Proceedings(CLOCKS, RulesOfTheHouse.BOOK, new FinalAward());
    static final Remedies REMEDIES = new Remedies();
    static final Registration REGISTRATION = new Registration(
            new Registration.Rules(
                    RulesOfTheHouse.BOOK, new FastTrack(), new GroupCase(), new Place(), new Limitation()),
            CLOCKS,
            _ -> Optional.empty());

    private Cases() {}

    static CommandContext context(Actor actor, String day) {
        return new CommandContext(
                actor,
                LocalDate.parse(day).atTime(LocalTime.NOON).atZone(Dates.ZONE).toInstant(),
                "c",
                null,
                null);
    }

    static CommandContext system(String day) {
        return context(Actor.SYSTEM, day);
    }

    static List<WorkerId> workers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new WorkerId("P-" + number))
                .toList();
    }

    static Application application(int applicants, int representatives, boolean promised) {
        return application(applicants, representatives, promised, "350404", null);
    }

    static Application application(
            int applicants, int representatives, boolean promised, String appliedIn, @Nullable String employerSeat) {
        return new Application(
                null,
                workers(applicants),
                EMPLOYER,
                null,
                List.of(new Claim(ClaimKind.LABOUR_PAY, Money.of("6850.00"), null)),
                true,
                null,
                null,
                workers(representatives),
                "350404",
                employerSeat,
                appliedIn,
                null,
                LocalDate.parse("2023-06-10"),
                List.of("application"),
                promised,
                null,
                null,
                "DP-1001");
    }

    static Dispute submitted(Application application, String day) {
        var outcome = REGISTRATION.register(application, context(OFFICER, day));
        assertThat(outcome).isInstanceOf(Outcome.Created.class);
        return ((Outcome.Created<Dispute>) outcome).value();
    }

    static Dispute accepted() {
        var dispute = submitted(application(1, 0, false), "2024-06-13");
        granted(REGISTRY.accept(dispute, new Registry.Acceptance(null, null), context(OFFICER, "2024-06-14")));
        in(dispute, DisputeState.ACCEPTED);
        return dispute;
    }

    /// Awarded on 2024-07-10: to be sued against until 25 July, to be annulled until 9 August.
    static Dispute awarded(String amount) {
        var dispute = accepted();
        var ruling = new Proceedings.Ruling(
                List.of(new Claim(ClaimKind.LABOUR_PAY, Money.of(amount), new WorkerId("P-1"))),
                null,
                LocalDate.parse("2024-07-20"),
                null,
                null);
        granted(PROCEEDINGS.award(dispute, ruling, context(OFFICER, "2024-07-10")));
        in(dispute, DisputeState.AWARDED);
        return dispute;
    }

    static void in(Dispute dispute, DisputeState state) {
        dispute.file.move("test", state.name(), "TEST", system("2024-06-14"), null);
    }

    static void granted(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.granted());
    }

    static void refused(Verdict verdict, String... codes) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).refusal().reasons())
                .extracting(Reason::code)
                .containsExactly(codes);
    }

    static List<String> events(Dispute dispute) {
        return dispute.file.outbox().pending().stream()
                .map(event -> event.type() + " " + event.data())
                .toList();
    }
}
