package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.housing.unit.Programme;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A round as everybody may see it: each secret from the day it is due, and how to check the draw.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoundView(
        String id,
        String state,
        @Nullable String district,
        String title,
        Programme programme,
        List<String> unitIds,
        LocalDate closesOn,
        LocalDate drawOn,
        String commitment,
        @Nullable String list,
        @Nullable String listHash,
        @Nullable String seed,
        @Nullable LocalDate drawnOn,
        List<Draw.Place> order,
        List<AllocationRound.Award> awards,
        List<AllocationRound.Passed> passedOver,
        @Nullable Check check) {

    /// The request that replays this draw; no token is needed.
    record Check(String method, String path, DrawReplay.Facts body) {}

    static RoundView of(AllocationRound round) {
        var seed = round.seed;
        var list = round.list;
        boolean drawn = seed != null && list != null;
        return new RoundView(
                round.id,
                round.file.state(),
                round.file.district(),
                round.title,
                round.programme,
                round.unitIds,
                round.closesOn,
                round.drawOn,
                round.commitment,
                list,
                round.listHash,
                seed,
                round.drawnOn,
                drawn ? Draw.of(seed, list).order() : List.of(),
                round.awards,
                round.passedOver,
                drawn
                        ? new Check(
                                "POST",
                                "/api/v1/housing/rules/PRH_DRAW/evaluations",
                                new DrawReplay.Facts(seed, list, round.commitment, round.listHash))
                        : null);
    }
}
