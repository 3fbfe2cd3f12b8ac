package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
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

    private static final Set<String> FAMILY = Set.of("GUARDIAN");

    private final Cases cases;
    private final CaseDefinition<SchoolEnrolment> definition;

    /// @param reference what the paper is filed under, never its content
    record HandIn(Paper paper, String reference, @Nullable Declared declared) {}

    record Objection(String ground) {}

    EnrolmentDesk(Cases cases, EnrolmentIntake intake, EnrolmentReview review, Scoring scoring, Placing placing) {
        this.cases = cases;
        this.definition = cases.declare(SchoolEnrolment.class, "SchoolEnrolment", EnrolmentIntake.PATH)
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
    private static Verdict object(SchoolEnrolment one, Objection body, CommandContext context) {
        var until = one.objectionsUntil;
        return Verdict.guards()
                .require(one.file.is(EnrolmentState.PUBLICISED), "NOT_IN_PUBLICITY")
                .require(
                        until == null || !context.today().isAfter(until),
                        Reason.of("PUBLICITY_OVER").required(String.valueOf(until), context.today()))
                .then(() -> one.objectedOn = context.today());
    }

    Outcome<SchoolEnrolment> fire(String id, String command, Object body, CommandContext context) {
        return cases.fire(definition, id, command, body, context);
    }

    Outcome<SchoolEnrolment> fire(String id, String command, CommandContext context) {
        return cases.fire(definition, id, command, context);
    }
}
