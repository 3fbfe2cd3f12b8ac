package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentPoints;
import cn.sanming.migrant.community.school.Stage;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An enrolment as the family, the officer and the school see it; the child's number is never shown.
///
/// @param papersNeeded    what may still be handed in to raise the points; nothing the city has
/// @param waitingPosition place on the waiting list, while no school has a seat
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolmentView(
        String id,
        String state,
        @Nullable String district,
        String childId,
        LocalDate birthDate,
        List<String> guardianIds,
        int schoolYear,
        Stage stage,
        Channel channel,
        List<String> preferences,
        List<Paper> papersHandedIn,
        List<Paper> papersNeeded,
        SchoolEnrolment.@Nullable Notice notice,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate residenceStart,
        @Nullable Integer points,
        @Nullable Decision<EnrolmentPoints.Finding> decision,
        @Nullable LocalDate objectionsUntil,
        @Nullable LocalDate placedFrom,
        SchoolEnrolment.@Nullable RejectionGround rejection,
        @Nullable Integer waitingPosition,
        @Nullable String schoolId,
        @Nullable LocalDate placedOn) {

    static EnrolmentView of(SchoolEnrolment one) {
        return new EnrolmentView(
                one.id,
                one.file.state(),
                one.file.district(),
                one.childId,
                one.birthDate,
                one.guardianIds,
                one.schoolYear,
                one.stage,
                one.channel,
                one.preferences,
                one.handed,
                one.needed,
                one.notice,
                one.closedOn,
                one.residenceStart,
                one.total(),
                one.points,
                one.objectionsUntil,
                one.placedFrom,
                one.rejection,
                one.waitingPosition,
                one.schoolId,
                one.placedOn);
    }
}
