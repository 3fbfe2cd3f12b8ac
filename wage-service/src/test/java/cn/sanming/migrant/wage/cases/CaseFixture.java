package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.cases.Intake.Breach;
import cn.sanming.migrant.wage.cases.Intake.Source;
import cn.sanming.migrant.wage.policy.CrimeThreshold;
import cn.sanming.migrant.wage.policy.Damages;
import cn.sanming.migrant.wage.policy.EmergencyAdvance;
import cn.sanming.migrant.wage.policy.InvestigationDeadline;
import cn.sanming.migrant.wage.policy.LiabilityOrder;
import cn.sanming.migrant.wage.policy.PenaltyRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/// A case at any point of its life, moved by its own methods and real rules, without a service.
final class CaseFixture {

    static final CaseRules RULES = new CaseRules(
            new RuleTable().book(),
            new InvestigationDeadline(),
            new LiabilityOrder(),
            new CrimeThreshold(),
            new Damages(),
            new PenaltyRange(),
            new EmergencyAdvance());

    static final CaseForms.OrderToPay AS_CLAIMED = new CaseForms.OrderToPay(null, null, null, null, null, null);

    private CaseFixture() {}

    static CommandContext head(String day) {
        return Acting.officer("INSPECTION_HEAD", day);
    }

    static List<Claim> claims(int workers, int months, String amount) {
        return IntStream.rangeClosed(1, workers)
                .mapToObj(number -> new Claim("P-" + number, months, Money.of(amount)))
                .toList();
    }

    static ArrearsCase opened(List<Claim> claims) {
        var received = LocalDate.parse("2024-05-27");
        var intake = new Intake(
                Source.COMPLAINT,
                Breach.UNPAID_WAGES,
                received,
                RULES.fileBy(received),
                "PRJ-1001",
                Acting.CONTRACTOR,
                "91350404MA0FJM0637",
                List.of(YearMonth.of(2024, 3)),
                List.of(),
                null,
                null);
        return ArrearsCase.open(Acting.FIRM, "350404", intake, claims, Acting.worker("P-1", "2024-05-27"));
    }

    static ArrearsCase investigated(List<Claim> claims) {
        var subject = opened(claims);
        var filedOn = LocalDate.parse("2024-05-28");
        var context = Acting.officer("INSPECTOR", "2024-05-28");
        step(
                subject,
                "file",
                CaseState.FILED,
                context,
                subject.fileWith(new Inspection(filedOn, RULES.investigation(filedOn), List.of(), null), context));
        step(subject, "investigate", CaseState.INVESTIGATING, context, subject.investigate("i-1", "i-2"));
        return subject;
    }

    static ArrearsCase ordered(List<Claim> claims) {
        var subject = investigated(claims);
        step(subject, "order_pay", CaseState.ORDERED, head("2024-05-30"), order(subject, AS_CLAIMED));
        return subject;
    }

    static Verdict order(ArrearsCase subject, CaseForms.OrderToPay wanted) {
        var context = head("2024-05-30");
        var order = CaseOrders.draft(RULES, subject, wanted, context.today());
        return subject.orderPay(order, RULES.dueAtLatest(context.today()), context);
    }

    static ArrearsCase defaulted(List<Claim> claims) {
        var subject = ordered(claims);
        var context = Acting.system("2024-06-07");
        step(subject, "default", CaseState.DEFAULTED, context, subject.defaulted(context));
        return subject;
    }

    static ArrearsCase decided(List<Claim> claims) {
        var subject = defaulted(claims);
        step(
                subject,
                "decide",
                CaseState.DECIDED,
                head("2024-07-03"),
                subject.decide(ruling(subject, "0.50", "2024-07-01")));
        return subject;
    }

    static Sanctions.Ruling ruling(ArrearsCase subject, String rate, String heardOn) {
        var on = LocalDate.parse("2024-07-03");
        var open = subject.reckoning(LocalDate.parse("2024-06-06"));
        var percent = new BigDecimal(rate);
        return new Sanctions.Ruling(
                on,
                heardOn == null ? null : LocalDate.parse(heardOn),
                percent,
                RULES.awards(open.open(), percent, on),
                RULES.damages(open.outstanding(), percent, on));
    }

    static Receipt receipt(String number, String day, List<Claim> claims, String amount) {
        return new Receipt(
                number,
                LocalDate.parse(day),
                claims.stream()
                        .map(claim -> new Receipt.Line(claim.personId(), Money.of(amount)))
                        .toList(),
                "firm");
    }

    /// What the dispatcher does with a verdict.
    static void step(ArrearsCase subject, String command, CaseState to, CommandContext context, Verdict verdict) {
        if (!Acting.codes(verdict).isEmpty()) {
            throw new AssertionError(command + " refused: " + Acting.codes(verdict));
        }
        subject.file().move(command, to.name(), "-", context, null);
    }
}
