package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.cases.Intake.Breach;
import cn.sanming.migrant.wage.cases.Intake.Source;
import cn.sanming.migrant.wage.cases.PayOrder.Liable;
import cn.sanming.migrant.wage.cases.Sanctions.Advance;
import cn.sanming.migrant.wage.cases.Sanctions.Arbitration;
import cn.sanming.migrant.wage.cases.Sanctions.Disposition;
import cn.sanming.migrant.wage.cases.Sanctions.Incident;
import cn.sanming.migrant.wage.cases.Sanctions.Penalty;
import cn.sanming.migrant.wage.policy.CrimeThreshold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as the asker may see it: officers everything but the reporter, a worker the own account, whoever must pay
/// the workers' accounts only once the order names them.
record CaseView(
        String id,
        String state,
        @Nullable String district,
        String employerUscc,
        Source source,
        Breach breach,
        @Nullable String projectId,
        List<YearMonth> periods,
        List<String> arrearsIds,
        @Nullable String facts,
        LocalDate receivedOn,
        LocalDate fileBy,
        @Nullable LocalDate filedOn,
        List<String> inspectors,
        @Nullable LocalDate decideBy,
        Inspection.@Nullable Extension extension,
        List<Deadline> deadlines,
        int workers,
        Money due,
        Money damages,
        Money paid,
        Money outstanding,
        List<Account> accounts,
        List<Claim> referredClaims,
        @Nullable Order order,
        CrimeThreshold.@Nullable Finding crimeThreshold,
        @Nullable Ruling ruling,
        List<Penalty> penalties,
        List<Advance> advances,
        List<Incident> incidents,
        List<Disposition> dispositions,
        List<Arbitration> arbitrations,
        @Nullable String blacklistEntry,
        @Nullable LocalDate paidOn,
        List<Decision<?>> decisions,
        List<CaseFile.Entry> history) {

    /// A deadline (期限), when it was met, and whether it has passed unmet.
    record Deadline(String name, LocalDate due, @Nullable LocalDate metOn, boolean overdue) {}

    record Account(
            String personId,
            int months,
            Money wages,
            Money damages,
            Money due,
            Money paid,
            Money outstanding,
            boolean confirmed) {}

    record Order(
            String id,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money total,
            List<Liable> liable,
            PayOrder.@Nullable Revocation revoked) {}

    record Ruling(LocalDate decidedOn, @Nullable LocalDate heardOn, BigDecimal rate, Money damages) {}

    static CaseView of(ArrearsCase subject, Actor actor, LocalDate today) {
        var intake = subject.intake();
        var inspection = subject.inspection();
        var order = subject.order();
        var ruling = subject.ruling();
        var annexes = subject.annexes();
        var sums = subject.reckoning(null);
        var sight = Sight.of(subject, actor);
        return new CaseView(
                subject.id(),
                subject.file().state(),
                subject.file().district(),
                subject.employerUscc(),
                intake.source(),
                intake.breach(),
                intake.projectId(),
                intake.periods(),
                intake.arrearsIds(),
                sight.officer() ? intake.facts() : null,
                intake.receivedOn(),
                intake.fileBy(),
                inspection == null ? null : inspection.filedOn(),
                inspection == null || !sight.officer() ? List.of() : inspection.inspectors(),
                inspection == null ? null : inspection.decideBy(),
                inspection == null ? null : inspection.extension(),
                deadlines(subject, today),
                sums.lines().size(),
                sums.due(),
                sums.damages(),
                sums.paid(),
                sums.outstanding(),
                sums.lines().stream()
                        .filter(line -> sight.of(line.personId()))
                        .map(line -> account(line, subject.payments()))
                        .toList(),
                subject.laterClaims().stream()
                        .filter(claim -> sight.of(claim.personId()))
                        .toList(),
                order == null
                        ? null
                        : new Order(
                                order.id(),
                                order.issuedOn(),
                                order.dueOn(),
                                order.total(),
                                order.liable(),
                                order.revoked()),
                annexes.crime().map(Decision::result).orElse(null),
                ruling == null ? null : new Ruling(ruling.decidedOn(), ruling.heardOn(), ruling.rate(), sums.damages()),
                annexes.penalties(),
                annexes.advances().stream()
                        .filter(advance -> sight.of(advance.personId()))
                        .toList(),
                sight.officer() ? annexes.incidents() : List.of(),
                sight.officer() ? annexes.dispositions() : List.of(),
                annexes.arbitrations(),
                annexes.listingId(),
                subject.payments().paidOn(),
                sight.officer() ? decisions(subject) : List.of(),
                sight.officer() ? subject.file().history() : List.of());
    }

    private static Account account(Reckoning.Line line, Payments payments) {
        return new Account(
                line.personId(),
                line.months(),
                line.wages(),
                line.damages(),
                line.due(),
                line.paid(),
                line.outstanding(),
                payments.confirmed().contains(line.personId()));
    }

    private static List<Deadline> deadlines(ArrearsCase subject, LocalDate today) {
        var deadlines = new ArrayList<Deadline>();
        var inspection = subject.inspection();
        var order = subject.order();
        var over = !subject.isOpen();
        deadlines.add(deadline(
                "file_by", subject.intake().fileBy(), inspection == null ? null : inspection.filedOn(), over, today));
        if (inspection != null) {
            deadlines.add(
                    deadline("decide_by", inspection.decideBy(), order == null ? null : order.issuedOn(), over, today));
        }
        if (order != null) {
            deadlines.add(deadline("pay_by", order.dueOn(), subject.payments().paidOn(), over, today));
        }
        return deadlines;
    }

    private static Deadline deadline(
            String name, LocalDate due, @Nullable LocalDate metOn, boolean over, LocalDate today) {
        var missed = metOn == null ? !over && today.isAfter(due) : metOn.isAfter(due);
        return new Deadline(name, due, metOn, missed);
    }

    private static List<Decision<?>> decisions(ArrearsCase subject) {
        var decisions = new ArrayList<Decision<?>>();
        if (subject.inspection() != null) {
            decisions.add(subject.inspection().deadline());
        }
        if (subject.order() != null) {
            decisions.add(subject.order().liability());
        }
        subject.annexes().crime().ifPresent(decisions::add);
        if (subject.ruling() != null) {
            decisions.add(subject.ruling().rule());
        }
        return decisions;
    }

    /// Whose accounts the asker may see.
    private record Sight(
            boolean officer, boolean payer, @Nullable String worker) {

        static Sight of(ArrearsCase subject, Actor actor) {
            var payer = actor.creditCode() != null && subject.payers().contains(actor.creditCode());
            return new Sight(
                    actor.creditCode() == null && actor.workerId() == null,
                    payer && subject.order() != null,
                    actor.workerId());
        }

        boolean of(String personId) {
            return officer || payer || personId.equals(worker);
        }
    }
}
