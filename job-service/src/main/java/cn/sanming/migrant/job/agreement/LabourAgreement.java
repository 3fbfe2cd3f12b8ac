package cn.sanming.migrant.job.agreement;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// An agreement on labour cooperation (劳务合作协议) with another government or an agency; measure 3.
@Document("labour-agreements")
@CompoundIndex(def = "{'file.state': 1, 'terms.validFrom': 1}")
@CompoundIndex(def = "{'file.state': 1, 'terms.validUntil': 1}")
final class LabourAgreement implements CaseAggregate {

    enum State {
        DRAFT,
        SIGNED,
        ACTIVE,
        EXPIRED,
        TERMINATED
    }

    enum PartnerKind {
        GOVERNMENT,
        HR_AGENCY
    }

    /// @param regionCode where the partner is
    record Terms(
            String district,
            String partnerName,
            @Nullable String partnerUscc,
            PartnerKind partnerKind,
            @Nullable String regionCode,
            boolean insideProvince,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            int targetHeadcount,
            @Nullable Integer skilledTarget) {}

    @DomainEvent.Type("job.agreement.signed")
    record Signed(
            @JsonIgnore String subject,
            String partnerName,
            PartnerKind partnerKind,
            String regionCode,
            LocalDate validFrom,
            LocalDate validUntil,
            int targetHeadcount)
            implements DomainEvent {}

    @DomainEvent.Type("job.agreement.expired")
    record Expired(@JsonIgnore String subject, String regionCode) implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Terms terms;
    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate remindedOn;

    LabourAgreement(String id, CaseFile file, Terms terms) {
        this.id = id;
        this.file = file;
        this.terms = terms;
    }

    static LabourAgreement draft(Terms terms, CommandContext context) {
        var id = Ids.next("la");
        return new LabourAgreement(id, CaseFile.opened(id, State.DRAFT, terms.district(), context), terms);
    }

    /// Only an agreement that says with whom, where and for how long can be signed.
    Verdict sign(LocalDate on, CommandContext context) {
        var region = terms.regionCode();
        var from = terms.validFrom();
        var until = terms.validUntil();
        var guards = Verdict.guards()
                .require(!terms.partnerName().isBlank(), "PARTNER_MISSING")
                .require(region != null && !region.isBlank(), "REGION_MISSING")
                .require(from != null && until != null && !until.isBefore(from), "VALIDITY_MISSING")
                .require(!on.isAfter(context.today()), "SIGNED_IN_THE_FUTURE");
        if (region == null || from == null || until == null) {
            return guards.verdict();
        }
        return guards.then(() -> {
            signedOn = on;
            file.record(
                    new Signed(
                            id, terms.partnerName(), terms.partnerKind(), region, from, until, terms.targetHeadcount()),
                    context);
        });
    }

    /// Renewal is near; said once.
    Verdict remind(LocalDate on) {
        return Verdict.guards()
                .require(file.is(State.ACTIVE) && remindedOn == null, "NOTHING_TO_REMIND_OF")
                .then(() -> remindedOn = on);
    }

    Verdict activate(CommandContext context) {
        return Verdict.guards()
                .require(begunBy(context.today()), "NOT_YET_VALID")
                .verdict();
    }

    Verdict expire(CommandContext context) {
        return Verdict.guards().require(overBy(context.today()), "STILL_VALID").then(() -> {
            if (terms.regionCode() != null) {
                file.record(new Expired(id, terms.regionCode()), context);
            }
        });
    }

    boolean begunBy(LocalDate day) {
        return terms.validFrom() != null && !terms.validFrom().isAfter(day);
    }

    boolean overBy(LocalDate day) {
        return terms.validUntil() != null && terms.validUntil().isBefore(day);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Terms terms() {
        return terms;
    }

    @Nullable
    LocalDate signedOn() {
        return signedOn;
    }

    @Nullable
    LocalDate remindedOn() {
        return remindedOn;
    }
}
