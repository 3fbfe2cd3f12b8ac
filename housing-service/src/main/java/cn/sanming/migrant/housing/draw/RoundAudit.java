package cn.sanming.migrant.housing.draw;

import java.util.List;

/// Holds the homes that were given out against the replayed draw (摇号复核).
final class RoundAudit {

    private RoundAudit() {}

    /// Ranks as drawn, homes in drawn order: passing over somebody who has left changes neither.
    static boolean agrees(Draw.Result result, List<AllocationRound.Award> awards) {
        int last = 0;
        for (int i = 0; i < awards.size(); i++) {
            var award = awards.get(i);
            var place = award.rank() >= 1 && award.rank() <= result.order().size()
                    ? result.order().get(award.rank() - 1)
                    : null;
            if (place == null
                    || award.rank() <= last
                    || !place.applicationId().equals(award.applicationId())
                    || i >= result.units().size()
                    || !result.units().get(i).equals(award.unitId())) {
                return false;
            }
            last = award.rank();
        }
        return true;
    }
}
