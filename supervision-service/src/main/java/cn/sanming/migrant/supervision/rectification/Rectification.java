package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One finding of a special supervision round and what the unit does about it (整改事项); M20.4.
@Document("rectifications")
final class Rectification implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String round;

    @Indexed
    private final String measure;

    @Indexed
    private final String unitCode;

    private final String problem;
    private final LocalDate issuedOn;
    private final LocalDate acceptBy;
    private final LocalDate dueOn;
    private @Nullable String report;
    private @Nullable LocalDate submittedOn;

    Rectification(
            String id,
            CaseFile file,
            String round,
            String measure,
            String unitCode,
            String problem,
            LocalDate issuedOn,
            LocalDate acceptBy,
            LocalDate dueOn) {
        this.id = id;
        this.file = file;
        this.round = round;
        this.measure = measure;
        this.unitCode = unitCode;
        this.problem = problem;
        this.issuedOn = issuedOn;
        this.acceptBy = acceptBy;
        this.dueOn = dueOn;
    }

    Rectification issue(CommandContext context) {
        file.record(new RectificationIssued(id, measure, unitCode, problem, dueOn), context);
        return this;
    }

    Verdict accept(CommandContext context) {
        return within(acceptBy, context);
    }

    /// Once its deadline has passed, only an escalated rectification is still taken in.
    Verdict submit(String text, CommandContext context) {
        var verdict = file.is(RectificationState.ESCALATED) ? Verdict.granted() : within(dueOn, context);
        if (verdict instanceof Verdict.Granted) {
            report = text;
            submittedOn = context.today();
        }
        return verdict;
    }

    private static Verdict within(LocalDate last, CommandContext context) {
        return Verdict.guards()
                .require(
                        !context.today().isAfter(last),
                        Reason.of("DEADLINE_PASSED").clause("M20.4").required(last, context.today()))
                .verdict(Refusal.Kind.DEADLINE_PASSED);
    }

    /// On time is what was submitted on time: confirmation is not the unit's doing.
    Verdict confirm(CommandContext context) {
        file.record(new RectificationClosed(id, unitCode, context.today(), isOnTime()), context);
        return Verdict.granted();
    }

    Verdict escalate(CommandContext context) {
        return Verdict.guards()
                .require(
                        isLate(context.today()),
                        Reason.of("DEADLINE_NOT_PASSED").clause("M20.4").required(dueOn, context.today()))
                .verdict();
    }

    boolean isLate(LocalDate on) {
        return dueOn.isBefore(on) || file.is(RectificationState.ISSUED) && acceptBy.isBefore(on);
    }

    boolean isOnTime() {
        return submittedOn != null && !submittedOn.isAfter(dueOn);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String round() {
        return round;
    }

    String measure() {
        return measure;
    }

    String unitCode() {
        return unitCode;
    }

    String problem() {
        return problem;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    LocalDate acceptBy() {
        return acceptBy;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    String report() {
        return report;
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }
}
