package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for school places (入学窗口): who may do what with an enrolment.
@Component
class EnrolmentDesk {

    private static final Set<String> FAMILY = Set.of("GUARDIAN");

    private final Dockets dockets;
    private final Docket<SchoolEnrolment> docket;

    /// @param reference what the paper is filed under, never its content
    record HandIn(Paper paper, String reference, @Nullable Declared declared) {}

    record Objection(String ground) {}

    EnrolmentDesk(Dockets dockets, EnrolmentIntake intake, EnrolmentReview review, Scoring scoring, Placing placing) {
        this.dockets = dockets;
        this.docket = dockets.declare(SchoolEnrolment.class, "SchoolEnrolment", EnrolmentIntake.PATH)
                .opens(Application.class, Set.of("WORKER", "GUARDIAN", "EDU_OFFICER"), intake::take)
                .readableBy("SERVICE")
                .on("return", EnrolmentReview.Missing.class, review::giveBack)
                .on("resubmit", EnrolmentReview.Supplement.class, review::resubmit)
                .on("verify", EnrolmentReview.Verification.class, review::verify)
                .on("reject", EnrolmentReview.Rejection.class, review::reject)
                .on("score", scoring::score)
                .on("publicise", scoring::publicise)
                .on("correct", Scoring.Correction.class, scoring::correct)
                .on("admit", Placing.Placement.class, placing::admit)
                .on("coordinate", Placing.Placement.class, placing::coordinate)
                .on("enrol", Placing.Arrival.class, placing::enrol)
                .on("decline")
                .on("withdraw")
                .notes("hand_in", FAMILY, HandIn.class, review::handIn)
                .notes("object", Set.of("GUARDIAN", "EDU_OFFICER"), Objection.class, EnrolmentDesk::object)
                .notes("await_seat", Set.of("SYSTEM"), Placing.Turn.class, Placing::await)
                .person("GUARDIAN", "guardianIds", one -> one.guardianIds)
                .unit("SCHOOL", "schoolUnit", one -> one.schoolUnit)
                .filter("child_id", "childId")
                .filter("school_unit", "schoolUnit")
                .filter("group", "group")
                .filter("waiting_for", "waitingFor")
                .shownAs(EnrolmentView.class, EnrolmentView::of);
    }

    /// Everybody may look at the ranking; an objection is heard until the last day of the publicity (公示期).
    private static Verdict object(SchoolEnrolment one, Objection body, Act act) {
        var until = one.objectionsUntil;
        return Verdict.guards()
                .require(one.file.is(EnrolmentState.PUBLICISED), "NOT_IN_PUBLICITY")
                .require(
                        until == null || !act.today().isAfter(until),
                        Reason.of("PUBLICITY_OVER").required(String.valueOf(until), act.today()))
                .then(() -> one.objectedOn = act.today());
    }

    Outcome<SchoolEnrolment> fire(String id, String command, Object body, Act act) {
        return dockets.fire(docket, id, command, body, act);
    }

    Outcome<SchoolEnrolment> fire(String id, String command, Act act) {
        return dockets.fire(docket, id, command, act);
    }

    /// Scores everything that is verified and whose round is closed.
    int scoreDue(Act act) {
        return dockets.sweep(docket, List.of(EnrolmentState.VERIFIED), _ -> "score", act);
    }
}
