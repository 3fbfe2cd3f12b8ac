package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.housing.unit.UnitKind;
import cn.sanming.migrant.housing.work.Spell;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An application as its applicant and the housing office see it.
///
/// @param proofRequired what to bring, only while the wage department is silent
/// @param position      place on the waiting list, for the applicant
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationView(
        String id,
        String state,
        @Nullable String district,
        Programme programme,
        String personId,
        List<String> household,
        LocalDate applicationDate,
        Circumstances circumstances,
        Set<UnitKind> kinds,
        Decision<WorkYears.Finding> workYears,
        boolean employmentDegraded,
        List<String> proofRequired,
        List<Spell> papers,
        @Nullable List<String> missing,
        @Nullable LocalDate checkBy,
        boolean checkOverdue,
        @Nullable Decision<RentalEligibility.Finding> rentalEligibility,
        @Nullable Decision<PriceLimitedEligibility.Finding> priceLimitedEligibility,
        @Nullable Integer priorityClass,
        @Nullable LocalDate publicityLastDay,
        List<ObjectionView> objections,
        @Nullable LocalDate qualifiedOn,
        @Nullable LocalDate waitingListLatest,
        @Nullable Long position,
        int refusals,
        @Nullable String unitId,
        @Nullable String roundId,
        @Nullable LocalDate signBy,
        @Nullable String leaseId,
        HousingApplication.@Nullable Terms terms,
        HousingApplication.@Nullable Sale sale,
        List<String> endedFor) {

    /// Who objected is not shown.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectionView(
            String id, LocalDate on, String text, @Nullable Boolean upheld) {}

    static ApplicationView of(HousingApplication application, @Nullable Long position, LocalDate today) {
        var years = application.workYears.result();
        var state = Intake.stateOf(application);
        boolean proof =
                application.employmentDegraded && !years.eligible() && ApplicationState.BEFORE_CHECK.contains(state);
        return new ApplicationView(
                application.id,
                application.file.state(),
                application.file.district(),
                application.programme,
                application.personId,
                application.household,
                application.applicationDate,
                application.circumstances,
                application.kinds,
                application.workYears,
                application.employmentDegraded,
                proof ? List.of(Intake.EMPLOYMENT_PROOF) : List.of(),
                application.papers,
                application.notice == null ? null : application.notice.items(),
                application.checkBy,
                state == ApplicationState.ACCEPTED && application.checkBy != null && today.isAfter(application.checkBy),
                application.rental,
                application.priceLimited,
                application.priorityClass,
                application.publicityLastDay,
                application.objections.stream()
                        .map(each -> new ObjectionView(each.id(), each.on(), each.text(), each.upheld()))
                        .toList(),
                application.qualifiedOn,
                application.waitingListLatest,
                position,
                application.refusals,
                application.unitId,
                application.roundId,
                application.signBy,
                state == ApplicationState.LEASED ? application.leaseId() : null,
                application.terms,
                application.sale,
                application.endedFor);
    }
}
