package cn.sanming.migrant.wage.realname;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One worker's time on one site (实名登记) with the days of attendance (考勤).
///
/// @param openKey project and person while the worker is on the site; unique, so nobody stands in the register twice
/// @param days    days of attendance, each once
@Document("real_name_entries")
@CompoundIndex(def = "{'projectId': 1, '_id': 1}")
record RealNameEntry(
        @Id String id,
        String projectId,
        @Indexed String personId,
        String employerUscc,
        String contractId,
        String trade,
        LocalDate enteredOn,
        @Nullable LocalDate leftOn,
        @Indexed(unique = true, sparse = true) @Nullable String openKey,
        List<LocalDate> days,
        Instant recordedAt,
        String recordedBy) {

    static RealNameEntry entered(String projectId, Entrance entrance, LocalDate on, CommandContext context) {
        return new RealNameEntry(
                Ids.next("rn"),
                projectId,
                entrance.personId().value(),
                entrance.employerUscc(),
                entrance.contractId(),
                entrance.trade(),
                on,
                null,
                keyOf(projectId, entrance.personId().value()),
                List.of(),
                context.at(),
                context.actor().id());
    }

    static String keyOf(String projectId, String personId) {
        return projectId + '/' + personId;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(enteredOn) && (leftOn == null || !day.isAfter(leftOn));
    }

    /// Whether somebody says the same again.
    boolean says(Entrance entrance) {
        return employerUscc.equals(entrance.employerUscc())
                && contractId.equals(entrance.contractId())
                && trade.equals(entrance.trade());
    }
}
