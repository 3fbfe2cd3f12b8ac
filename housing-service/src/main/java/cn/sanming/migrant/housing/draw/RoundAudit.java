package cn.sanming.migrant.housing.draw;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Holds the homes that were given out against the draw, replayed from the list of the day (摇号复核).
final class RoundAudit {

    private RoundAudit() {}

    /// Every place of the drawn order gets the next home, until there is none left, unless it had really left the list.
    ///
    /// @param hadLeft whether the file of an application bears out that it had left
    static boolean agrees(
            Draw.Result result,
            List<AllocationRound.Award> awards,
            List<AllocationRound.Passed> passedOver,
            Predicate<AllocationRound.Passed> hadLeft) {
        var given = awards.stream()
                .collect(Collectors.toMap(AllocationRound.Award::rank, Function.identity(), (a, _) -> a));
        var passed = passedOver.stream()
                .collect(Collectors.toMap(AllocationRound.Passed::rank, Function.identity(), (a, _) -> a));
        int next = 0;
        for (var place : result.order()) {
            if (next == result.units().size()) {
                break;
            }
            var award = given.get(place.rank());
            var gone = passed.get(place.rank());
            if (award != null
                    && award.applicationId().equals(place.applicationId())
                    && award.unitId().equals(result.units().get(next))) {
                next++;
            } else if (award != null
                    || gone == null
                    || !gone.applicationId().equals(place.applicationId())
                    || !hadLeft.test(gone)) {
                return false;
            }
        }
        return next == awards.size();
    }
}
