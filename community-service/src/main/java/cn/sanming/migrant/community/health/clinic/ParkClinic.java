package cn.sanming.migrant.community.health.clinic;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// A clinic in an industrial park, from plan to opening (园区医务室).
@Document("park_clinics")
final class ParkClinic implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final String park;

    @Nullable
    Integer rooms;

    @Nullable
    LocalDate openedOn;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String state,
            @Nullable String district,
            String park,
            @Nullable Integer actualRooms,
            @Nullable LocalDate openedOn) {
        static View of(ParkClinic clinic) {
            return new View(
                    clinic.id, clinic.file.state(), clinic.file.district(), clinic.park, clinic.rooms, clinic.openedOn);
        }
    }

    ParkClinic(String id, CaseFile file, String park) {
        this.id = id;
        this.file = file;
        this.park = park;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Verdict open(CommandContext context) {
        return Verdict.guards()
                .require(rooms != null, Reason.at("/actual_rooms", "ACTUAL_ROOMS_UNKNOWN"))
                .then(() -> {
                    openedOn = context.today();
                    file.record(
                            new ParkClinicOpened(id, park, String.valueOf(file.district()), context.today()), context);
                });
    }
}
