package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for school places (入学窗口): who may do what with an enrolment.
@Component
class EnrolmentDesk {

    static final Command<SchoolEnrolment, Application> OPEN = Command.of("openSchoolEnrolment", Application.class);
    static final Command<SchoolEnrolment, EnrolmentReview.Missing> RETURN =
            Command.of("returnSchoolEnrolment", EnrolmentReview.Missing.class);
    static final Command<SchoolEnrolment, EnrolmentReview.Supplement> RESUBMIT =
            Command.of("resubmitSchoolEnrolment", EnrolmentReview.Supplement.class);
    static final Command<SchoolEnrolment, EnrolmentReview.Verification> VERIFY =
            Command.of("verifySchoolEnrolment", EnrolmentReview.Verification.class);
    static final Command<SchoolEnrolment, EnrolmentReview.Rejection> REJECT =
            Command.of("rejectSchoolEnrolment", EnrolmentReview.Rejection.class);
    static final Command<SchoolEnrolment, Command.Nothing> SCORE = Command.of("scoreSchoolEnrolment");
    static final Command<SchoolEnrolment, Command.Nothing> PUBLICISE = Command.of("publiciseSchoolEnrolment");
    static final Command<SchoolEnrolment, Scoring.Correction> CORRECT =
            Command.of("correctSchoolEnrolment", Scoring.Correction.class);
    static final Command<SchoolEnrolment, Placing.Placement> ADMIT =
            Command.of("admitSchoolEnrolment", Placing.Placement.class);
    static final Command<SchoolEnrolment, Placing.Placement> COORDINATE =
            Command.of("coordinateSchoolEnrolment", Placing.Placement.class);
    static final Command<SchoolEnrolment, Placing.Arrival> ENROL =
            Command.of("enrolSchoolEnrolment", Placing.Arrival.class);
    static final Command<SchoolEnrolment, Command.Nothing> DECLINE = Command.of("declineSchoolEnrolment");
    static final Command<SchoolEnrolment, Command.Nothing> WITHDRAW = Command.of("withdrawSchoolEnrolment");
    static final Command<SchoolEnrolment, HandIn> HAND_IN = Command.of("handInSchoolEnrolment", HandIn.class);
    static final Command<SchoolEnrolment, Objection> OBJECT = Command.of("objectSchoolEnrolment", Objection.class);
    static final Command<SchoolEnrolment, Placing.Turn> AWAIT_SEAT =
            Command.of("awaitSeatSchoolEnrolment", Placing.Turn.class);

    private static final Set<String> FAMILY = Set.of("GUARDIAN");

    private final Cases cases;
    private final CaseDefinition<SchoolEnrolment> definition;

    /// @param reference what the paper is filed under, never its content
    record HandIn(Paper paper, String reference, @Nullable Declared declared) {}

    record Objection(String ground) {}

    EnrolmentDesk(Cases cases, EnrolmentIntake intake, EnrolmentReview review, Scoring scoring, Placing placing) {
        this.cases = cases;
        this.definition = cases.define(SchoolEnrolment.class, "SchoolEnrolment", EnrolmentIntake.PATH)
                .opens(OPEN, Set.of("WORKER", "GUARDIAN", "EDU_OFFICER"), intake::take)
                .readableBy("SERVICE")
                .on(RETURN, review::giveBack)
                .on(RESUBMIT, review::resubmit)
                .on(VERIFY, review::verify)
                .on(REJECT, review::reject)
                .on(SCORE, scoring::score)
                .on(PUBLICISE, scoring::publicise)
                .on(CORRECT, scoring::correct)
                .on(ADMIT, placing::admit)
                .on(COORDINATE, placing::coordinate)
                .on(ENROL, placing::enrol)
                .on(DECLINE)
                .on(WITHDRAW)
                .notes(HAND_IN, FAMILY, review::handIn)
                .notes(OBJECT, Set.of("GUARDIAN", "EDU_OFFICER"), EnrolmentDesk::object)
                .notes(AWAIT_SEAT, Set.of("SYSTEM"), Placing::await)
                .person("GUARDIAN", "guardianIds", one -> one.guardianIds)
                .unit("SCHOOL", "schoolUnit", one -> one.schoolUnit)
                .filter("child_id", "childId")
                .filter("school_unit", "schoolUnit")
                .filter("group", "group")
                .filter("waiting_for", "waitingFor")
                .shownAs(EnrolmentView.class, EnrolmentView::of);
    }

    /// Everybody may look at the ranking; an objection is heard until the last day of the publicity (公示期).
    private static Verdict object(SchoolEnrolment one, Objection body, CommandContext context) {
        var until = one.objectionsUntil;
        return Verdict.guards()
                .require(one.file.is(EnrolmentState.PUBLICISED), "NOT_IN_PUBLICITY")
                .require(
                        until == null || !context.today().isAfter(until),
                        Reason.of("PUBLICITY_OVER").required(String.valueOf(until), context.today()))
                .then(() -> one.objectedOn = context.today());
    }

    <B> Outcome<SchoolEnrolment> fire(String id, Command<SchoolEnrolment, B> command, B body, CommandContext context) {
        return cases.fire(id, command, body, context);
    }

    Outcome<SchoolEnrolment> fire(
            String id, Command<SchoolEnrolment, Command.Nothing> command, CommandContext context) {
        return cases.fire(id, command, context);
    }
}
