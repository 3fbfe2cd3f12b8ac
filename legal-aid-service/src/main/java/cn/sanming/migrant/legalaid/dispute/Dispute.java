package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arbitration.ClaimKind;
import cn.sanming.migrant.legalaid.dispute.DisputeEvent.Limit;
import cn.sanming.migrant.legalaid.notice.OneTimeNotice;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// A labour dispute (劳动争议案件) from application to satisfaction; 调解仲裁法.
@Document("disputes")
@CompoundIndex(name = "by_employer", def = "{'filing.employerUscc': 1, '_id': 1}")
@CompoundIndex(name = "by_applicant", def = "{'filing.applicants': 1, '_id': 1}")
@CompoundIndex(name = "by_visit", def = "{'links.visitId': 1}", sparse = true)
@CompoundIndex(name = "by_reference", def = "{'reference': 1}", sparse = true)
final class Dispute implements CaseAggregate {

    /// One arbitrator for a simple case, else a panel of three (art. 31).
    enum Panel {
        SINGLE,
        THREE
    }

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final @Nullable String reference;
    final Filing filing;
    final boolean fastTrack;
    final boolean group;
    final Panel panel;
    Links links;
    Clocks clocks;
    Set<String> materials = new LinkedHashSet<>();
    Set<Limit> passed = new LinkedHashSet<>();

    @Nullable
    OneTimeNotice notice;

    /// Minor gaps that may be filled after acceptance, and until when (容缺受理).
    @Nullable
    Gaps gaps;

    @Nullable
    LocalDate mediationUntil;

    @Nullable
    Hearing hearing;

    @Nullable
    Settlement settlement;

    @Nullable
    Award award;

    @Nullable
    LocalDate withdrawalSuggestedOn;

    record Gaps(Set<String> items, LocalDate by) {}

    Dispute(
            String id,
            CaseFile file,
            @Nullable String reference,
            Filing filing,
            boolean fastTrack,
            boolean group,
            Panel panel,
            Links links,
            Clocks clocks) {
        this.id = id;
        this.file = file;
        this.reference = reference;
        this.filing = filing;
        this.fastTrack = fastTrack;
        this.group = group;
        this.panel = panel;
        this.links = links;
        this.clocks = clocks;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    int workers() {
        return filing.applicants().size();
    }

    boolean claims(ClaimKind kind) {
        return filing.claims().stream().anyMatch(claim -> claim.kind() == kind);
    }

    boolean isWorker(Actor actor) {
        return actor.workerId() != null && filing.applicants().contains(actor.workerId());
    }

    boolean isEmployer(Actor actor) {
        return filing.employerUscc().equals(actor.creditCode());
    }

    /// Whether somebody may act for a side: for a group of workers only its representatives.
    boolean speaksFor(Filing.Side side, Actor actor) {
        return switch (side) {
            case EMPLOYER -> isEmployer(actor);
            case WORKER ->
                isWorker(actor) && (!group || filing.representatives().contains(actor.workerId()));
        };
    }

    /// The day that the event of acceptance announces: the fast one on the fast track.
    static LocalDate decideBy(Clocks.Running running, boolean fastTrack) {
        return fastTrack ? running.decideByFast() : running.decideByLaw();
    }

    /// What is to be paid by the settlement or the award.
    Money due() {
        if (settlement != null) {
            return settlement.amount();
        }
        return award == null ? Money.ZERO : award.amount();
    }

    /// Records each limit that has passed, the fast one before the statutory, each once.
    void recordPassedLimits(CommandContext context) {
        var running = clocks.running();
        if (running == null) {
            return;
        }
        if (fastTrack && context.today().isAfter(running.decideByFast()) && passed.add(Limit.FAST)) {
            file.record(new DisputeEvent.Overdue(id, running.decideByFast(), Limit.FAST), context);
        }
        if (context.today().isAfter(running.decideByLaw()) && passed.add(Limit.STATUTORY)) {
            file.record(new DisputeEvent.Overdue(id, running.decideByLaw(), Limit.STATUTORY), context);
        }
    }

    /// Whether a limit has passed on a day and has not been recorded.
    boolean hasUnrecordedLimit(LocalDate on) {
        var running = clocks.running();
        return running != null
                && (fastTrack && on.isAfter(running.decideByFast()) && !passed.contains(Limit.FAST)
                        || on.isAfter(running.decideByLaw()) && !passed.contains(Limit.STATUTORY));
    }
}
