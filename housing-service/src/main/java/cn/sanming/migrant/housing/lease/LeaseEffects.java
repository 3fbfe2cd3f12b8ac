package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.ban.FraudBans;
import cn.sanming.migrant.housing.unit.Units;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Effect;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What follows when the keys are back (交还钥匙): the home is free for the next household, and whoever had it by a false
/// statement is banned.
@Component
class LeaseEffects {

    private static final Effect<Holder> RELEASE_HOME = Effect.of("releaseHomeOfLease", Holder.class);
    private static final Effect<Ban> BAN = Effect.of("banTenant", Ban.class);

    record Holder(String applicationId) {}

    record Ban(LocalDate on, @Nullable String district, String leaseId) {}

    LeaseEffects(Cases cases, Units units, FraudBans bans) {
        cases.define(RELEASE_HOME, (unit, holder, _) -> units.release(unit, holder.applicationId()));
        cases.define(BAN, (person, ban, _) -> bans.impose(person, ban.on(), ban.district(), ban.leaseId()));
    }

    static Verdict ended(Lease lease, LocalDate on, Verdict verdict) {
        var released = verdict.then(RELEASE_HOME.on(lease.unitId, new Holder(lease.applicationId)));
        return BreachGround.FALSE_STATEMENT.name().equals(lease.endReason)
                ? released.then(BAN.on(lease.personId, new Ban(on, lease.file.district(), lease.id)))
                : released;
    }
}
