package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Anybody replays a draw (摇号复核): seed and list in, the whole order out; the same code draws the real rounds.
@PolicyRule(
        id = "PRH_DRAW",
        measure = "M09",
        zh = "摇号配租复核",
        en = "Replay of an allocation draw",
        clause = "measure 9: 面向农民工出租; allocation anybody can check")
public final class DrawReplay implements Rule<DrawReplay.Facts, DrawReplay.Finding> {

    private static final String CLAUSE = "measure 9";

    /// @param seed       64 hexadecimal digits, as published with the result
    /// @param list       the list to the byte, as published at closing
    /// @param commitment the hash published when the round was announced, to be compared
    /// @param listHash   the hash published at closing, to be compared
    public record Facts(
            String seed,
            String list,
            @Nullable String commitment,
            @Nullable String listHash) {}

    /// @param genuine whether seed and list are those whose hashes were published; absent where no hash was given
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String commitment,
            String listHash,
            @Nullable Boolean genuine,
            List<String> units,
            List<Draw.Place> order) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        if (!facts.seed().matches("[0-9a-f]{64}")) {
            throw new UnfitFacts(Reason.at("/seed", "NOT_A_SEED").required("64 hexadecimal digits", "other"));
        }
        var result = Draw.of(facts.seed(), facts.list());
        Boolean genuine = null;
        if (facts.commitment() != null) {
            genuine = context.step(
                    CLAUSE,
                    "the seed is the one whose hash was published before the list closed",
                    facts.commitment(),
                    result.commitment(),
                    facts.commitment().equals(result.commitment()));
        }
        if (facts.listHash() != null) {
            boolean same = context.step(
                    CLAUSE,
                    "the list is the one whose hash was published at closing",
                    facts.listHash(),
                    result.listHash(),
                    facts.listHash().equals(result.listHash()));
            genuine = same && !Boolean.FALSE.equals(genuine);
        }
        return new Finding(result.commitment(), result.listHash(), genuine, result.units(), result.order());
    }
}
