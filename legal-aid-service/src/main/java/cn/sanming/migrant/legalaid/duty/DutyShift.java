package cn.sanming.migrant.legalaid.duty;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.reference.Dates;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One lawyer's shift on one day (值班班次).
@Document("duty_shifts")
@CompoundIndex(def = "{'file.state': 1, 'day': 1}")
@CompoundIndex(name = "by_day", def = "{'file.district': 1, 'day': 1}")
@CompoundIndex(name = "by_lawyer", def = "{'lawyerId': 1, 'day': 1}")
final class DutyShift implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final LocalDate day;
    final Slot slot;
    final Channel channel;
    String lawyerId;

    DutyShift(String id, CaseFile file, LocalDate day, Slot slot, Channel channel, String lawyerId) {
        this.id = id;
        this.file = file;
        this.day = day;
        this.slot = slot;
        this.channel = channel;
        this.lawyerId = lawyerId;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(day.atTime(slot.to()).atZone(Dates.ZONE).toInstant());
    }

    /// A shift as lawyers and officers see it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String state,
            @Nullable String district,
            LocalDate day,
            Slot slot,
            Channel channel,
            String lawyerId) {

        static View of(DutyShift shift) {
            return new View(
                    shift.id,
                    shift.file.state(),
                    shift.file.district(),
                    shift.day,
                    shift.slot,
                    shift.channel,
                    shift.lawyerId);
        }
    }
}
