package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.casefile.DomainEvent;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A certificate (职业资格证书、技能等级证书、专项能力证书) that anybody can verify by its number; measure 6.
@Document("certificates")
final class Certificate implements CaseRecord {

    enum State {
        ISSUED,
        REVOKED
    }

    enum Kind {
        QUALIFICATION,
        SKILL_LEVEL,
        SPECIAL_ABILITY
    }

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

    @DomainEvent.Type("training.certificate.revoked")
    record Revoked(@JsonIgnore String subject, String personId, String reason) implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed(unique = true)
    private final String number;

    @Indexed
    private final String personId;

    private final Kind kind;
    private final String occupationCode;
    private final @Nullable Integer level;
    private final LocalDate issuedOn;
    private final String issuerUscc;

    Certificate(
            String id,
            CaseFile file,
            String number,
            String personId,
            Kind kind,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            String issuerUscc) {
        this.id = id;
        this.file = file;
        this.number = number;
        this.personId = personId;
        this.kind = kind;
        this.occupationCode = occupationCode;
        this.level = level;
        this.issuedOn = issuedOn;
        this.issuerUscc = issuerUscc;
    }

    /// One appraisal has one certificate, however often it is asked for.
    static String idOf(String appraisalId) {
        return Ids.of("ce", appraisalId);
    }

    static Certificate issued(Appraisal appraisal, Kind kind, String number, Act act) {
        var id = idOf(appraisal.id());
        var request = appraisal.request();
        var file = CaseFile.opened(id, State.ISSUED, request.district(), act);
        file.record(
                new Issued(
                        id,
                        request.personId(),
                        kind,
                        request.occupationCode(),
                        request.level(),
                        act.today(),
                        appraisal.firstPass(),
                        request.fee(),
                        request.isMigrantWorker()),
                act);
        return new Certificate(
                id,
                file,
                number,
                request.personId(),
                kind,
                request.occupationCode(),
                request.level(),
                act.today(),
                appraisal.agencyUscc());
    }

    Verdict revoke(String reason, Act act) {
        file.record(new Revoked(id, personId, reason), act);
        return Verdict.granted();
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
}
