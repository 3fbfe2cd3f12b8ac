package cn.sanming.migrant.job.hardship;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A certificate of hardship (就业困难人员认定), valid for a year, with the decision it rests on.
@Document("hardship-certifications")
final class HardshipCertification implements CaseAggregate {

    enum State {
        CERTIFIED
    }

    @DomainEvent.Type("job.hardship.certified")
    record Certified(
            @JsonIgnore String subject,
            String personId,
            HardshipCategory category,
            LocalDate certifiedOn,
            LocalDate validUntil)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String personId;

    private final HardshipCategory category;
    private final LocalDate certifiedOn;
    private final LocalDate validUntil;
    private final Decision<HardshipRule.Finding> decision;
    private final boolean severe;

    HardshipCertification(
            String id,
            CaseFile file,
            String personId,
            HardshipCategory category,
            LocalDate certifiedOn,
            LocalDate validUntil,
            Decision<HardshipRule.Finding> decision,
            boolean severe) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.category = category;
        this.certifiedOn = certifiedOn;
        this.validUntil = validUntil;
        this.decision = decision;
        this.severe = severe;
    }

    static String idOf(String personId, HardshipCategory category, LocalDate on) {
        return Ids.of("hc", personId, category.name(), on.toString());
    }

    static HardshipCertification certified(
            String personId,
            HardshipCategory category,
            @Nullable String district,
            LocalDate validUntil,
            Decision<HardshipRule.Finding> decision,
            boolean severe,
            CommandContext context) {
        var id = idOf(personId, category, context.today());
        var file = CaseFile.opened(id, State.CERTIFIED, district, context);
        file.record(new Certified(id, personId, category, context.today(), validUntil), context);
        return new HardshipCertification(id, file, personId, category, context.today(), validUntil, decision, severe);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(certifiedOn) && day.isBefore(validUntil);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String personId() {
        return personId;
    }

    HardshipCategory category() {
        return category;
    }

    LocalDate certifiedOn() {
        return certifiedOn;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    Decision<HardshipRule.Finding> decision() {
        return decision;
    }

    boolean severe() {
        return severe;
    }
}
