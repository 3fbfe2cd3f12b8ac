package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.ban.FraudBans;
import cn.sanming.migrant.housing.unit.UnitState;
import cn.sanming.migrant.housing.unit.Units;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Effect;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// What a saved step of an application does elsewhere (后续效果): a home is free again, a lease is opened, a home is sold,
/// whoever lied is banned. Each is harmless when repeated, and nothing of it happens when the step is refused.
@Component
class ApplicationEffects {

    private static final Effect<Holder> RELEASE_HOME = Effect.of("releaseHomeOfApplication", Holder.class);
    private static final Effect<Signed> OPEN_LEASE = Effect.of("openLeaseOfApplication", Signed.class);
    private static final Effect<Signed> SELL_HOME = Effect.of("sellHomeOfApplication", Signed.class);
    private static final Effect<Ban> BAN = Effect.of("banHousingApplicant", Ban.class);

    private final MongoTemplate mongo;
    private final Units units;
    private final Tenancies tenancies;

    record Holder(String applicationId) {}

    record Signed() {}

    record Ban(LocalDate on, @Nullable String district, String applicationId) {}

    ApplicationEffects(Cases cases, MongoTemplate mongo, Units units, Tenancies tenancies, FraudBans bans) {
        this.mongo = mongo;
        this.units = units;
        this.tenancies = tenancies;
        cases.define(RELEASE_HOME, (unit, holder, _) -> units.release(unit, holder.applicationId()));
        cases.define(OPEN_LEASE, (application, _, context) -> lease(application, context));
        cases.define(SELL_HOME, (application, _, _) -> units.mark(application, UnitState.SOLD));
        cases.define(BAN, (person, ban, _) -> bans.impose(person, ban.on(), ban.district(), ban.applicationId()));
    }

    /// The home that an application held before this step is free again.
    ///
    /// @param unitId the home it held, if it held one
    static Verdict released(@Nullable String unitId, HousingApplication application, Verdict verdict) {
        return unitId == null ? verdict : verdict.then(RELEASE_HOME.on(unitId, new Holder(application.id)));
    }

    static Verdict leased(HousingApplication application, Verdict verdict) {
        return verdict.then(OPEN_LEASE.on(application.id, new Signed()));
    }

    static Verdict sold(HousingApplication application, Verdict verdict) {
        return verdict.then(SELL_HOME.on(application.id, new Signed()));
    }

    /// Whoever is refused for a false statement may not apply for years.
    static Verdict banned(
            HousingApplication application, List<String> reasons, CommandContext context, Verdict verdict) {
        return reasons.contains(Review.FALSE_STATEMENT)
                ? verdict.then(BAN.on(
                        application.personId, new Ban(context.today(), application.file.district(), application.id)))
                : verdict;
    }

    private void lease(String applicationId, CommandContext context) {
        var application = mongo.findById(applicationId, HousingApplication.class);
        var terms = application == null ? null : application.terms;
        var unit = units.heldBy(applicationId).orElse(null);
        if (application == null || terms == null || unit == null) {
            throw new IllegalStateException(applicationId + " is leased without terms or unit");
        }
        units.mark(applicationId, UnitState.LEASED);
        tenancies.open(
                new Tenancies.Order(
                        applicationId,
                        application.personId,
                        application.household,
                        unit,
                        terms.startOn(),
                        terms.endOn()),
                context);
    }

    /// A home held for an application that no longer holds it. One that was taken today may belong to an allocation
    /// under way.
    void releaseForgotten(String unitId) {
        units.find(unitId).ifPresent(unit -> {
            var holder = unit.holder();
            var application = holder == null ? null : mongo.findById(holder, HousingApplication.class);
            if (holder != null && (application == null || !unitId.equals(application.unitId))) {
                units.release(unitId, holder);
            }
        });
    }
}
