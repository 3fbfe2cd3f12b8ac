package cn.sanming.migrant.subsidy.appraisal;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What a new certificate entitles its holder to (补贴资格): the worker is told at once and has a year to apply; measure
/// 6.
@Document("entitlements")
@CompoundIndex(def = "{'file.state': 1, 'applyUntil': 1}")
public final class Entitlement implements CaseAggregate {

    enum State {
        OPEN,
        USED,
        EXPIRED,
        CANCELLED
    }

    public enum Kind {
        APPRAISAL,
        APPRAISAL_FEE
    }

    /// The certificate it follows from.
    ///
    /// @param onShortageList what the training department said of the day of issue, if it could be asked
    public record Certificate(
            String certificateId,
            String personId,
            String occupationCode,
            String level,
            LocalDate issuedOn,
            Money fee,
            boolean firstPass,
            @Nullable Boolean onShortageList) {}

    @DomainEvent.Type("subsidy.entitlement.opened")
    record Opened(
            @JsonIgnore String subject,
            String personId,
            String certificateId,
            Kind kind,
            Money amount,
            LocalDate applyUntil)
            implements DomainEvent {}

    @DomainEvent.Type("subsidy.entitlement.expired")
    record Expired(@JsonIgnore String subject, String personId, String certificateId) implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Kind kind;
    private final Certificate certificate;

    @Indexed
    private final String personId;

    private final Money amount;
    private final LocalDate applyUntil;

    Entitlement(
            String id,
            CaseFile file,
            Kind kind,
            Certificate certificate,
            String personId,
            Money amount,
            LocalDate applyUntil) {
        this.id = id;
        this.file = file;
        this.kind = kind;
        this.certificate = certificate;
        this.personId = personId;
        this.amount = amount;
        this.applyUntil = applyUntil;
    }

    static String idOf(String certificateId, Kind kind) {
        return Ids.of("en", certificateId, kind.name());
    }

    static Entitlement opened(
            Kind kind, Certificate certificate, Money amount, LocalDate applyUntil, CommandContext context) {
        var id = idOf(certificate.certificateId(), kind);
        var file = CaseFile.opened(id, State.OPEN, null, context);
        file.record(
                new Opened(id, certificate.personId(), certificate.certificateId(), kind, amount, applyUntil), context);
        return new Entitlement(id, file, kind, certificate, certificate.personId(), amount, applyUntil);
    }

    /// @return whether that is news
    boolean become(State state, String command, CommandContext context) {
        if (!isOpen()) {
            return false;
        }
        file.move(command, state.name(), "SYSTEM", context, null);
        if (state == State.EXPIRED) {
            file.record(new Expired(id, personId, certificate.certificateId()), context);
        }
        return true;
    }

    public boolean isOpen() {
        return file.is(State.OPEN);
    }

    /// The certificate was revoked; one that was only used or is too old is something else.
    boolean isOverBy(LocalDate day) {
        return file.is(State.OPEN) && applyUntil != null && applyUntil.isBefore(day);
    }

    public boolean isCancelled() {
        return file.is(State.CANCELLED);
    }

    /// The entitlements that follow from a certificate, by their ids.
    public static List<String> idsOf(String certificateId) {
        return Arrays.stream(Kind.values())
                .map(kind -> idOf(certificateId, kind))
                .toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    public Kind kind() {
        return kind;
    }

    public Certificate certificate() {
        return certificate;
    }

    public String personId() {
        return personId;
    }

    public Money amount() {
        return amount;
    }

    public LocalDate applyUntil() {
        return applyUntil;
    }
}
