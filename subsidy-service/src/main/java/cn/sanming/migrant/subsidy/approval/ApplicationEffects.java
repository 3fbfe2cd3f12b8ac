package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Effect;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.assessment.GrantHistory;
import cn.sanming.migrant.subsidy.business.BusinessDesk;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What a saved step of an application does elsewhere (后续效果): its money follows, its business is known, its entitlement
/// is used, whoever lied is banned. Nothing of it happens when the step is refused.
@Component
class ApplicationEffects {

    private static final Effect<Funds> FOLLOW_FUNDS = Effect.of("followFundsOfApplication", Funds.class);
    private static final Effect<Learned> LEARN_BUSINESS = Effect.of("learnBusinessOfApplication", Learned.class);
    private static final Effect<Used> USE_ENTITLEMENT = Effect.of("useEntitlementOfApplication", Used.class);
    private static final Effect<Ban> BAN = Effect.of("banApplicant", Ban.class);

    record Funds() {}

    record Learned(String owner, LocalDate registeredOn, String district) {}

    record Used() {}

    record Ban(LocalDate until) {}

    ApplicationEffects(
            Cases cases,
            ApplicationFunds funds,
            BusinessDesk businesses,
            Entitlements entitlements,
            GrantHistory history) {
        cases.define(FOLLOW_FUNDS, (id, _, _) -> funds.follow(id));
        cases.define(
                LEARN_BUSINESS,
                (uscc, known, context) ->
                        businesses.learn(uscc, known.owner(), known.registeredOn(), known.district(), context));
        cases.define(USE_ENTITLEMENT, (id, _, context) -> entitlements.use(id, context));
        cases.define(BAN, (applicant, ban, _) -> history.ban(applicant, ban.until()));
    }

    static Verdict moved(SubsidyApplication application, Verdict verdict) {
        return verdict.then(FOLLOW_FUNDS.on(application.id(), new Funds()));
    }

    static Verdict paid(SubsidyApplication application, Verdict verdict) {
        var entitlement = application.claim().entitlementId();
        var moved = moved(application, verdict);
        return entitlement == null ? moved : moved.then(USE_ENTITLEMENT.on(entitlement, new Used()));
    }

    static Verdict submitted(SubsidyApplication application, Verdict verdict) {
        var claim = application.claim();
        var startup = claim.startup();
        var uscc = claim.employerUscc();
        return startup == null || uscc == null
                ? verdict
                : verdict.then(LEARN_BUSINESS.on(
                        uscc, new Learned(application.applicantId(), startup.registeredOn(), claim.district())));
    }

    static Verdict clawedBack(SubsidyApplication application, LocalDate until, Verdict verdict) {
        return verdict.then(BAN.on(application.applicantId(), new Ban(until)));
    }
}
