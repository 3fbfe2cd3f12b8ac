package cn.sanming.migrant.wage.employment;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An employment as its parties, officers and other departments see it.
///
/// @param period the first working day and, once it has ended, the day after the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmploymentView(
        String id,
        String state,
        String personId,
        String employerUscc,
        @Nullable String district,
        Period period,
        Source source,
        @Nullable String position,
        @Nullable Money monthlyWage,
        @Nullable Integer payDay,
        LocalDate contractDueOn,
        @Nullable LocalDate contractSignedOn,
        boolean contractOverdue) {

    /// `from` included, `to` excluded; no `to` means open.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Period(LocalDate from, @Nullable LocalDate to) {}

    static EmploymentView of(Employment employment, @Nullable LocalDate signedOn) {
        CaseFile file = employment.file();
        var end = employment.endOn();
        var terms = employment.terms();
        return new EmploymentView(
                employment.id(),
                file.state(),
                employment.personId(),
                employment.employerUscc(),
                file.district(),
                new Period(employment.startOn(), end == null ? null : end.plusDays(1)),
                employment.source(),
                terms.position(),
                terms.monthlyWage(),
                terms.payDay(),
                employment.contractDueOn(),
                signedOn,
                employment.overdueOn() != null);
    }
}
