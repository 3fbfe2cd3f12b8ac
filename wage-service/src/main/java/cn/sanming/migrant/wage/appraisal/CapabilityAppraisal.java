package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Conclusion;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Panel;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Withdrawn;
import cn.sanming.migrant.wage.injury.Injuries.Injury;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The appraisal of how much labour capability is lost (劳动能力鉴定) after a work injury; 工伤保险条例 art. 21 to 26.
@Document("appraisals")
@CompoundIndex(def = "{'file.state': 1, 'receivedOn': 1}")
final class CapabilityAppraisal implements CaseAggregate {

    private static final Set<Integer> SIZES = Set.of(3, 5);

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String injuryId;

    @Indexed
    private final String personId;

    @Indexed
    private final String employerUscc;

    private final LocalDate submittedOn;
    private final String seed;

    private @Nullable ExpertDraw draw;
    private List<Withdrawn> withdrawn = List.of();
    private @Nullable LocalDate extendedOn;
    private @Nullable Conclusion conclusion;
    private @Nullable LocalDate concludedOn;
    private @Nullable LocalDate receivedOn;
    private @Nullable Conclusion provincial;

    /// The injury while its appraisal is not final.
    @Indexed(unique = true, sparse = true)
    private @Nullable String liveKey;

    CapabilityAppraisal(
            String id,
            CaseFile file,
            String injuryId,
            String personId,
            String employerUscc,
            LocalDate submittedOn,
            String seed) {
        this.id = id;
        this.file = file;
        this.injuryId = injuryId;
        this.personId = personId;
        this.employerUscc = employerUscc;
        this.submittedOn = submittedOn;
        this.seed = seed;
    }

    static CapabilityAppraisal submit(Injury injury, String seed, CommandContext context) {
        var id = Ids.next("ca");
        var appraisal = new CapabilityAppraisal(
                id,
                CaseFile.opened(id, AppraisalState.SUBMITTED, injury.district(), context),
                injury.id(),
                injury.personId(),
                injury.employerUscc(),
                context.today(),
                seed);
        appraisal.liveKey = injury.id();
        return appraisal;
    }

    /// @param candidates the active experts of the pool
    Verdict convene(Panel panel, Collection<String> candidates) {
        var out = panel.withdrawn() == null ? List.<Withdrawn>of() : panel.withdrawn();
        var pool = new ArrayList<>(candidates);
        out.forEach(each -> pool.remove(each.expertId()));
        return Verdict.guards()
                .require(
                        SIZES.contains(panel.size()),
                        Reason.of("PANEL_OF_THREE_OR_FIVE")
                                .clause("工伤保险条例 art. 25")
                                .required("3|5", panel.size()))
                .require(
                        pool.size() >= panel.size(),
                        Reason.of("EXPERTS_TOO_FEW").required(panel.size(), pool.size()))
                .then(() -> {
                    withdrawn = List.copyOf(out);
                    draw = ExpertDraw.of(seed, pool, panel.size());
                });
    }

    /// Thirty days more, once (工伤保险条例 art. 25).
    Verdict extend(CapabilityDeadlines.Finding deadlines, CommandContext context) {
        return Verdict.guards()
                .require(file.is(AppraisalState.SUBMITTED, AppraisalState.PANEL), "ALREADY_CONCLUDED")
                .require(extendedOn == null, Reason.of("ALREADY_EXTENDED").required("once", extendedOn))
                .require(
                        !context.today().isAfter(deadlines.concludeBy()),
                        Reason.of("TOO_LATE_TO_EXTEND").required(deadlines.concludeBy(), context.today()))
                .then(() -> extendedOn = context.today());
    }

    Verdict conclude(Conclusion found, CommandContext context) {
        conclusion = found;
        concludedOn = context.today();
        return Verdict.granted();
    }

    /// The conclusion has reached the parties: the days to ask the province begin.
    Verdict receive(LocalDate day, CommandContext context) {
        var since = concludedOn;
        return Verdict.guards()
                .require(file.is(AppraisalState.CONCLUDED), "NOT_CONCLUDED")
                .require(receivedOn == null, Reason.of("ALREADY_RECEIVED").required("once", receivedOn))
                .require(
                        since == null || !day.isBefore(since),
                        Reason.of("RECEIVED_BEFORE_CONCLUSION").required(since, day))
                .require(
                        !day.isAfter(context.today()),
                        Reason.of("DATE_IN_THE_FUTURE").required(context.today(), day))
                .then(() -> receivedOn = day);
    }

    Verdict reappraise(CapabilityDeadlines.Finding deadlines, CommandContext context) {
        var until = deadlines.reappraisalBy();
        return until == null || !context.today().isAfter(until)
                ? Verdict.granted()
                : Verdict.refused(
                        Kind.DEADLINE_PASSED,
                        Reason.of("REAPPRAISAL_DEADLINE_PASSED")
                                .clause("工伤保险条例 art. 26")
                                .required(until, context.today()));
    }

    Verdict finalise(Conclusion found) {
        provincial = found;
        liveKey = null;
        return Verdict.granted();
    }

    boolean isLapsed(CapabilityDeadlines.Finding deadlines, LocalDate today) {
        return deadlines.reappraisalBy() != null && today.isAfter(deadlines.reappraisalBy());
    }

    Verdict lapse(CapabilityDeadlines.Finding deadlines, CommandContext context) {
        return Verdict.guards()
                .require(
                        isLapsed(deadlines, context.today()),
                        Reason.of("REAPPRAISAL_STILL_POSSIBLE").required(deadlines.reappraisalBy(), context.today()))
                .then(() -> liveKey = null);
    }

    CapabilityDeadlines.Facts facts() {
        return new CapabilityDeadlines.Facts(submittedOn, receivedOn);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String personId() {
        return personId;
    }

    String employerUscc() {
        return employerUscc;
    }

    AppraisalView view(CapabilityDeadlines.Finding deadlines) {
        var by = extendedOn == null ? deadlines.concludeBy() : deadlines.concludeByIfExtended();
        var concluded = concludedOn;
        return new AppraisalView(
                id,
                file.state(),
                injuryId,
                personId,
                employerUscc,
                submittedOn,
                ExpertDraw.commitment(seed),
                draw,
                withdrawn,
                by,
                extendedOn,
                conclusion,
                concluded,
                concluded == null ? null : !concluded.isAfter(by),
                receivedOn,
                deadlines.reappraisalBy(),
                provincial);
    }
}
