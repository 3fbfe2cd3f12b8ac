package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One application for a skill appraisal (鉴定申请), at home or forwarded to an agency where the worker works; measure
/// 6.
@Document("appraisals")
final class Appraisal implements CaseAggregate {

    enum State {
        SUBMITTED,
        FORWARDED,
        ACCEPTED,
        SCHEDULED,
        PASSED,
        FAILED,
        ABSENT,
        CERTIFIED,
        REJECTED
    }

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final AppraisalRequest request;

    @Indexed
    private final String personId;

    @Indexed
    private @Nullable String agencyUscc;

    private Money fee;
    private final List<String> declinedBy;
    private final Timetable timetable;
    private @Nullable LocalDate examOn;
    private @Nullable String lateReason;
    private @Nullable LocalDate passedOn;
    private boolean firstPass;

    Appraisal(
            String id,
            CaseFile file,
            AppraisalRequest request,
            String personId,
            @Nullable String agencyUscc,
            Money fee,
            List<String> declinedBy,
            Timetable timetable) {
        this.id = id;
        this.file = file;
        this.request = request;
        this.personId = personId;
        this.agencyUscc = agencyUscc;
        this.fee = fee;
        this.declinedBy = declinedBy;
        this.timetable = timetable;
    }

    /// @param earlier how many applications of this person for this skill ended before
    /// @param forwardBy by when a request from outside the city goes to an agency at the place of work
    static Appraisal submitted(AppraisalRequest request, int earlier, LocalDate forwardBy, CommandContext context) {
        var id = Ids.of(
                "ap", request.personId(), request.occupationCode(), request.levelText(), Integer.toString(earlier));
        var appraisal = new Appraisal(
                id,
                CaseFile.opened(id, State.SUBMITTED, request.district(), context),
                request,
                request.personId(),
                request.agencyUscc(),
                request.fee(),
                new ArrayList<>(),
                Timetable.empty());
        appraisal.awaitForwarding(forwardBy);
        return appraisal;
    }

    private void awaitForwarding(LocalDate by) {
        if (request.crossRegion()) {
            timetable.due("forward", by);
        } else {
            timetable.nothingDue();
        }
    }

    Verdict accept(LocalDate scheduleBy) {
        return Verdict.guards()
                .require(!request.crossRegion(), "FORWARD_FIRST")
                .then(() -> timetable.due("schedule", scheduleBy));
    }

    /// @param known what the directory says about the agency, if it is there; agencies of other provinces often are not
    Verdict forward(String toAgency, @Nullable Agency known, CommandContext context) {
        return Verdict.guards()
                .require(request.crossRegion(), "NOT_CROSS_REGION")
                .require(
                        known == null || known.examinesIn(request.workRegion()),
                        Reason.at("/agency_uscc", "AGENCY_ELSEWHERE")
                                .required(request.workRegion(), known == null ? null : known.region()))
                .require(
                        !declinedBy.contains(toAgency),
                        Reason.at("/agency_uscc", "AGENCY_HAS_DECLINED").required("another agency", toAgency))
                .then(() -> {
                    agencyUscc = toAgency;
                    timetable.done(context.today());
                    file.record(AppraisalEvent.forwarded(this, toAgency, context.today()), context);
                });
    }

    Verdict agencyAccept(LocalDate scheduleBy) {
        timetable.due("schedule", scheduleBy);
        return Verdict.granted();
    }

    /// Back to the home office: another agency is sought, and the time to forward starts anew.
    Verdict agencyDecline(LocalDate forwardBy) {
        if (agencyUscc != null) {
            declinedBy.add(agencyUscc);
        }
        agencyUscc = null;
        awaitForwarding(forwardBy);
        return Verdict.granted();
    }

    Verdict reject() {
        timetable.nothingDue();
        return Verdict.granted();
    }

    /// An examination after the time limit needs a reason, which stays in the file.
    Verdict schedule(LocalDate day, @Nullable Money approvedFee, @Nullable String reason, CommandContext context) {
        var limit = timetable.dueOn() == null ? day : timetable.dueOn();
        return Verdict.guards()
                .require(
                        !day.isBefore(context.today()),
                        Reason.at("/exam_on", "EXAM_IN_THE_PAST").required(context.today(), day))
                .require(
                        !day.isAfter(limit) || reason != null,
                        Reason.at("/exam_on", "EXAM_AFTER_TIME_LIMIT")
                                .clause("training.exam_schedule_wd")
                                .required(limit, day))
                .then(() -> {
                    examOn = day;
                    lateReason = day.isAfter(limit) ? reason : null;
                    fee = approvedFee == null ? fee : approvedFee;
                    timetable.done(context.today());
                });
    }

    /// @param failedBefore whether another application for the same skill failed; the first pass is one that no
    /// failed attempt went before
    Verdict pass(boolean failedBefore, LocalDate certifyBy, CommandContext context) {
        if (notYet(context) instanceof Verdict.Refused refused) {
            return refused;
        }
        passedOn = context.today();
        firstPass = !failedBefore && !hasFailed();
        timetable.due("issue_certificate", certifyBy);
        file.record(AppraisalEvent.passed(this, context.today()), context);
        return Verdict.granted();
    }

    /// Failed or absent: nothing more is due until the worker tries again.
    Verdict notPassed(CommandContext context) {
        return notYet(context);
    }

    Verdict retake(LocalDate forwardBy) {
        examOn = null;
        lateReason = null;
        if (request.crossRegion()) {
            agencyUscc = null;
        }
        awaitForwarding(forwardBy);
        return Verdict.granted();
    }

    void certified(CommandContext context) {
        timetable.done(context.today());
    }

    /// The reminder (催办): the step that is due has not been done in time.
    Verdict remind(CommandContext context) {
        return Verdict.guards()
                .require(timetable.remind(context.today()), "NOTHING_OVERDUE")
                .verdict();
    }

    private Verdict notYet(CommandContext context) {
        return examOn != null && context.today().isBefore(examOn)
                ? Verdict.refused(
                        Refusal.Kind.GUARD_FAILED,
                        Reason.of("EXAM_DAY_NOT_REACHED").required(examOn, context.today()))
                : Verdict.granted();
    }

    boolean hasFailed() {
        return file.last("fail").isPresent();
    }

    boolean isUnderWay() {
        return !file.is(State.CERTIFIED, State.REJECTED);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    AppraisalRequest request() {
        return request;
    }

    String personId() {
        return personId;
    }

    @Nullable
    String agencyUscc() {
        return agencyUscc;
    }

    Money fee() {
        return fee;
    }

    Timetable timetable() {
        return timetable;
    }

    @Nullable
    LocalDate examOn() {
        return examOn;
    }

    @Nullable
    String lateReason() {
        return lateReason;
    }

    @Nullable
    LocalDate passedOn() {
        return passedOn;
    }

    boolean firstPass() {
        return firstPass;
    }
}
