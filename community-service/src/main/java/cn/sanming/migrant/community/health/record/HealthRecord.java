package cn.sanming.migrant.community.health.record;

import cn.sanming.migrant.community.health.SealedNote;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The health record of one person in one district (居民健康档案). What stands in it is one encrypted field.
@Document("health_records")
public final class HealthRecord implements CaseAggregate {

    /// The clinical part; only the envelope opens it.
    record Content(
            LocalDate birthDate,
            @Nullable String bloodType,
            List<String> allergies,
            List<String> conditions,
            List<String> notes) {}

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;

    @Indexed
    final String personId;

    @Indexed
    final List<String> guardianIds;

    final boolean migrantWorker;
    final @Nullable LocalDate residenceStart;
    final LocalDate createdOn;

    @Nullable
    String clinic;

    @Nullable
    String content;

    HealthRecord(
            String id,
            CaseFile file,
            String personId,
            List<String> guardianIds,
            boolean migrantWorker,
            @Nullable LocalDate residenceStart,
            LocalDate createdOn,
            @Nullable String clinic,
            @Nullable String content) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.guardianIds = guardianIds;
        this.migrantWorker = migrantWorker;
        this.residenceStart = residenceStart;
        this.createdOn = createdOn;
        this.clinic = clinic;
        this.content = content;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    public String district() {
        return String.valueOf(file.district());
    }

    public SealedNote sealed() {
        return new SealedNote("HealthRecord", id, personId, guardianIds, district(), clinic);
    }

    void created(CommandContext context) {
        file.record(new HealthRecordCreated(id, personId, district(), createdOn, migrantWorker), context);
    }
}
