package cn.sanming.migrant.community.health.followup;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One planned visit to a chronic patient (随访). That somebody has one is itself confidential: the store knows
/// neither the person nor the condition, only the day.
@Document("follow_ups")
@CompoundIndex(def = "{'file.state': 1, 'dueOn': 1}")
final class FollowUp implements CaseAggregate {

    enum CancelReason {
        MOVED_AWAY,
        DIED
    }

    /// The confidential part; only the envelope opens it.
    record Content(
            String personId,
            List<String> guardianIds,
            Condition condition,
            @Nullable LocalDate doneOn,
            @Nullable Boolean controlled,
            @Nullable String note,
            @Nullable CancelReason cancelled) {

        Content done(LocalDate on, boolean nowControlled, @Nullable String text) {
            return new Content(personId, guardianIds, condition, on, nowControlled, text, null);
        }

        Content cancelled(CancelReason reason) {
            return new Content(personId, guardianIds, condition, null, null, note, reason);
        }
    }

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;

    /// Blind index of the person.
    @Indexed
    final String patient;

    final @Nullable String clinic;

    final LocalDate dueOn;
    String content;

    @Nullable
    String next;

    FollowUp(String id, CaseFile file, String patient, @Nullable String clinic, LocalDate dueOn, String content) {
        this.id = id;
        this.file = file;
        this.patient = patient;
        this.clinic = clinic;
        this.dueOn = dueOn;
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

    String district() {
        return String.valueOf(file.district());
    }
}
