package cn.sanming.migrant.community.health;

import cn.sanming.migrant.platform.kernel.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a person has confided to the health service, and who may see it: the person, the guardians, and health
/// workers of the district whose clinic keeps it.
///
/// @param what   kind of record, such as `HealthRecord`; @param clinic unit of the clinic, if one keeps it
public record SealedNote(
        String what,
        String recordId,
        String personId,
        List<String> guardianIds,
        String district,
        @Nullable String clinic) {

    private static final String WORKER = "HEALTH_WORKER";

    public boolean isOwn(Actor actor) {
        var me = actor.workerId();
        return me != null && (me.equals(personId) || guardianIds.contains(me));
    }

    /// Least privilege (最小授权): of this very district, never of the whole city, and of the clinic that keeps the record.
    public boolean isTreatedBy(Actor actor) {
        return isTreatedBy(actor, district, clinic);
    }

    public static boolean isTreatedBy(Actor actor, @Nullable String district, @Nullable String clinic) {
        return actor.has(WORKER)
                && district != null
                && district.equals(actor.county())
                && (clinic == null || clinic.equals(actor.unit()));
    }
}
