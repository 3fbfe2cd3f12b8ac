package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arbitration.ClaimKind;
import cn.sanming.migrant.legalaid.arbitration.FastTrack;
import cn.sanming.migrant.legalaid.arbitration.GroupCase;
import cn.sanming.migrant.legalaid.arbitration.Limitation;
import cn.sanming.migrant.legalaid.arbitration.Place;
import cn.sanming.migrant.legalaid.dispute.Filing.Side;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes an application in (立案): who applies against whom, whether it is a group, on which track, and whether here.
@Component
class Registration {

    private final Rules rules;
    private final ClockSetting clocks;
    private final VisitedGroups groups;

    /// The rules an application is looked at with.
    @Component
    record Rules(RuleBook book, FastTrack fastTrack, GroupCase group, Place place, Limitation limitation) {}

    Registration(Rules rules, ClockSetting clocks, VisitedGroups groups) {
        this.rules = rules;
        this.clocks = clocks;
        this.groups = groups;
    }

    Outcome<Dispute> register(Application application, CommandContext context) {
        var visit = application.visitId();
        var group = visit == null ? null : groups.find(visit).orElse(null);
        if (visit != null && group == null) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/visit_id", "NO_ACCEPTED_VISIT"));
        }
        var parties = Parties.of(application, group, context.actor());
        if (!parties.faults().isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, parties.faults(), null));
        }
        if (!parties.mayApply(context.actor())) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_A_PARTY"));
        }
        return decided(application, parties, group, context);
    }

    private Outcome<Dispute> decided(
            Application application, Parties parties, VisitedGroups.@Nullable Group visited, CommandContext context) {
        var group = rules.book()
                .decide(
                        rules.group(),
                        new GroupCase.Facts(
                                parties.applicants().size(), !Boolean.FALSE.equals(application.commonClaim())))
                .result();
        var representatives = texts(application.representatives());
        var reasons = new ArrayList<Reason>();
        var range = group.representativesRange();
        if (range != null && (representatives.size() < range.getFirst() || representatives.size() > range.getLast())) {
            reasons.add(Reason.of("REPRESENTATIVES")
                    .clause("调解仲裁法第7条")
                    .required(range.getFirst() + ".." + range.getLast(), representatives.size()));
        }
        if (!parties.applicants().containsAll(representatives)) {
            reasons.add(Reason.of("REPRESENTATIVES_ARE_APPLICANTS").clause("调解仲裁法第7条"));
        }
        var place = place(application, parties);
        if (!parties.appliedIn().equals(place)) {
            reasons.add(Reason.of("PLACE")
                    .clause("调解仲裁法第21条")
                    .required(place == null ? parties.places() : place, parties.appliedIn()));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.GUARD_FAILED, reasons, null));
        }
        return Outcome.created(dispute(application, parties, visited, group.group(), representatives, context), "");
    }

    private Dispute dispute(
            Application application,
            Parties parties,
            VisitedGroups.@Nullable Group visited,
            boolean group,
            List<String> representatives,
            CommandContext context) {
        var id = visited == null ? Ids.next("dp") : idOf(visited.visitId());
        var fast = rules.book()
                .decide(
                        rules.fastTrack(),
                        new FastTrack.Facts(
                                application.migrantWorker(),
                                application.claims().stream().map(Claim::kind).toList()))
                .result()
                .fastTrack();
        var filing = new Filing(
                parties.side(),
                parties.applicants(),
                parties.employerUscc(),
                application.thirdParties() == null ? List.of() : application.thirdParties(),
                application.claims(),
                application.migrantWorker(),
                representatives,
                Boolean.TRUE.equals(application.promiseToSupply()),
                limitation(application));
        var links = new Links(
                visited == null ? null : visited.visitId(),
                visited == null ? null : visited.groupId(),
                list(application.arrearsId()),
                list(application.arrearsCaseId()),
                List.of(),
                null,
                null);
        var dispute = new Dispute(
                id,
                CaseFile.opened(id, DisputeState.SUBMITTED, parties.appliedIn(), context),
                application.reference(),
                filing,
                fast,
                group,
                panel(application, group),
                links,
                clocks.submitted(context.today(), context.today()));
        if (application.materials() != null) {
            dispute.materials.addAll(application.materials());
        }
        return dispute;
    }

    /// The same visit leads to the same dispute, however often it is applied for.
    static String idOf(String visitId) {
        return Ids.of("dp", visitId);
    }

    private @Nullable String place(Application application, Parties parties) {
        var here = parties.appliedIn();
        var there = current(application.otherSideAppliedIn());
        boolean byWorker = parties.side() == Side.WORKER;
        return rules.book()
                .decide(
                        rules.place(),
                        new Place.Facts(
                                byWorker ? here : there,
                                byWorker ? there : here,
                                parties.districtOfWork(),
                                application.employerSeat()))
                .result()
                .competent();
    }

    private @Nullable LocalDate limitation(Application application) {
        boolean wages = application.claims().stream().anyMatch(claim -> claim.kind() == ClaimKind.LABOUR_PAY);
        if (!wages && application.employmentEndedOn() == null) {
            return null;
        }
        var matter = wages ? ClaimKind.LABOUR_PAY : ClaimKind.OTHER;
        return rules.book()
                .decide(
                        rules.limitation(),
                        new Limitation.Facts(matter.name(), application.employmentEndedOn(), null, null))
                .result()
                .lastDay();
    }

    private static Dispute.Panel panel(Application application, boolean group) {
        boolean simple = application.simple() == null ? !group : application.simple();
        return simple ? Dispute.Panel.SINGLE : Dispute.Panel.THREE;
    }

    private static @Nullable String current(@Nullable String district) {
        return district == null ? null : Divisions.sanming().current(district);
    }

    static List<String> texts(@Nullable List<WorkerId> ids) {
        return ids == null
                ? List.of()
                : ids.stream().map(WorkerId::value).distinct().toList();
    }

    private static List<String> list(@Nullable String id) {
        return Stream.of(id).filter(Objects::nonNull).toList();
    }
}
