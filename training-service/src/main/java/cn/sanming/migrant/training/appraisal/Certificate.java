package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.training.shortage.Listing;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A certificate (职业资格证书、技能等级证书、专项能力证书) that anybody who holds its number and code can verify; measure 6.
@Document("certificates")
final class Certificate implements CaseAggregate {

    enum State {
        ISSUED,
        REVOKED
    }

    enum Kind {
        QUALIFICATION,
        SKILL_LEVEL,
        SPECIAL_ABILITY
    }

    /// Whether somebody has to look at it again.
    enum Check {
        OPEN,
        CLEARED
    }

    /// Why it is looked at: a subsidy paid for it is reclaimed.
    record Doubt(String applicationId, LocalDate orderedOn) {}

    @DomainEvent.Type("training.certificate.issued")
    record Issued(
            @JsonIgnore String subject,
            String personId,
            Kind kind,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            boolean firstPass,
            Money fee,
            boolean isMigrantWorker)
            implements DomainEvent {}

    /// @param reason a code; what the officer wrote stays in the file, for it may name people
    @DomainEvent.Type("training.certificate.revoked")
    record Revoked(@JsonIgnore String subject, String personId, String reason) implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed(unique = true)
    private final String number;

    private final String verificationCode;

    @Indexed
    private final String personId;

    private final Kind kind;

    @Indexed
    private final String occupationCode;

    private final @Nullable Integer level;
    private final LocalDate issuedOn;

    @Indexed
    private final String issuerUscc;

    /// What the shortage list said on the day of issue, and which edition.
    private final boolean onShortageList;

    private final int shortageEdition;
    private final List<Doubt> doubts;

    @Indexed(sparse = true)
    private @Nullable Check check;

    private @Nullable LocalDate revokedOn;

    Certificate(
            String id,
            CaseFile file,
            String number,
            String verificationCode,
            String personId,
            Kind kind,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            String issuerUscc,
            boolean onShortageList,
            int shortageEdition,
            List<Doubt> doubts) {
        this.id = id;
        this.file = file;
        this.number = number;
        this.verificationCode = verificationCode;
        this.personId = personId;
        this.kind = kind;
        this.occupationCode = occupationCode;
        this.level = level;
        this.issuedOn = issuedOn;
        this.issuerUscc = issuerUscc;
        this.onShortageList = onShortageList;
        this.shortageEdition = shortageEdition;
        this.doubts = doubts;
    }

    /// One appraisal has one certificate, however often it is asked for.
    static String idOf(String appraisalId) {
        return Ids.of("ce", appraisalId);
    }

    static Certificate issued(Appraisal appraisal, Kind kind, String number, Listing listing, CommandContext context) {
        var id = idOf(appraisal.id());
        var request = appraisal.request();
        var file = CaseFile.opened(id, State.ISSUED, request.district(), context);
        file.record(
                new Issued(
                        id,
                        request.personId(),
                        kind,
                        request.occupationCode(),
                        request.level(),
                        context.today(),
                        appraisal.firstPass(),
                        appraisal.fee(),
                        request.isMigrantWorker()),
                context);
        return new Certificate(
                id,
                file,
                number,
                VerificationCode.next(),
                request.personId(),
                kind,
                request.occupationCode(),
                request.level(),
                context.today(),
                String.valueOf(appraisal.agencyUscc()),
                listing.listed(),
                listing.edition(),
                new ArrayList<>());
    }

    /// The only ground is fraud (骗取证书).
    Verdict revoke(CommandContext context) {
        revokedOn = context.today();
        check = check == null ? null : Check.CLEARED;
        file.record(new Revoked(id, personId, "OBTAINED_BY_FRAUD"), context);
        return Verdict.granted();
    }

    /// Another department reclaims a subsidy: the certificate is looked at again. Told twice, it is one doubt.
    Verdict doubt(Doubt doubt) {
        return Verdict.guards()
                .require(file.is(State.ISSUED), "CERTIFICATE_REVOKED")
                .require(
                        doubts.stream().noneMatch(known -> known.applicationId().equals(doubt.applicationId())),
                        "ALREADY_UNDER_CHECK")
                .then(() -> {
                    doubts.add(doubt);
                    check = Check.OPEN;
                });
    }

    /// The officer found nothing wrong with it.
    Verdict clear() {
        return Verdict.guards().require(check == Check.OPEN, "NOTHING_TO_CHECK").then(() -> check = Check.CLEARED);
    }

    boolean isValid() {
        return file.is(State.ISSUED);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String number() {
        return number;
    }

    String verificationCode() {
        return verificationCode;
    }

    String personId() {
        return personId;
    }

    Kind kind() {
        return kind;
    }

    String occupationCode() {
        return occupationCode;
    }

    @Nullable
    Integer level() {
        return level;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    String issuerUscc() {
        return issuerUscc;
    }

    boolean onShortageList() {
        return onShortageList;
    }

    int shortageEdition() {
        return shortageEdition;
    }

    @Nullable
    Check check() {
        return check;
    }

    @Nullable
    LocalDate revokedOn() {
        return revokedOn;
    }
}
