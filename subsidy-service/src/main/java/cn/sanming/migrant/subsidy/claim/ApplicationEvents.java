package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the world learns about an application.
final class ApplicationEvents {

    private ApplicationEvents() {}

    public static Submitted submitted(SubsidyApplication application, Money estimate) {
        var claim = application.claim();
        var kind = claim.kind();
        return new Submitted(
                application.id(),
                kind,
                kind.personal() ? "PERSON" : "ORGANISATION",
                application.applicantId(),
                claim.employerUscc(),
                claim.district(),
                estimate);
    }

    public static Approved approved(SubsidyApplication application, LocalDate on) {
        var claim = application.claim();
        return new Approved(
                application.id(), claim.kind(), application.applicantId(), claim.district(), application.amount(), on);
    }

    public static PaidOut paid(SubsidyApplication application, LocalDate on) {
        var claim = application.claim();
        return new PaidOut(
                application.id(), claim.kind(), application.applicantId(), claim.district(), application.amount(), on);
    }

    static Rejected rejected(SubsidyApplication application, List<String> reasons) {
        return new Rejected(
                application.id(), application.claim().kind(), application.applicantId(), List.copyOf(reasons));
    }

    static ClawedBack clawedBack(SubsidyApplication application, LocalDate on) {
        return new ClawedBack(
                application.id(), application.claim().kind(), application.applicantId(), application.amount(), on);
    }

    @DomainEvent.Type("subsidy.application.submitted")
    public record Submitted(
            @JsonIgnore String subject,
            Kind kind,
            String applicantKind,
            String applicantId,
            @Nullable String employerUscc,
            String districtCode,
            Money requested)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.application.approved")
    public record Approved(
            @JsonIgnore String subject,
            Kind kind,
            String applicantId,
            String districtCode,
            Money amount,
            LocalDate approvedOn)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.application.rejected")
    public record Rejected(@JsonIgnore String subject, Kind kind, String applicantId, List<String> reasons)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.application.suspended")
    public record Suspended(@JsonIgnore String subject, Kind kind, String employerUscc, String causeEventId)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.application.paid")
    public record PaidOut(
            @JsonIgnore String subject,
            Kind kind,
            String applicantId,
            String districtCode,
            Money amount,
            LocalDate paidOn)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.application.clawedback")
    public record ClawedBack(
            @JsonIgnore String subject, Kind kind, String applicantId, Money amount, LocalDate orderedOn)
            implements DomainEvent {}
}
