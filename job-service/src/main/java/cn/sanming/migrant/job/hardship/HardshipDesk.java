package cn.sanming.migrant.job.hardship;

import cn.sanming.migrant.job.unemployment.UnemploymentRegister;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for hardship certification; the register of the unemployed says what it can, documents prove the rest.
@Component
public class HardshipDesk {

    static final String PATH = "/api/v1/jobs/hardship-certifications";

    private final MongoTemplate mongo;
    private final UnemploymentRegister register;
    private final RuleBook rules;
    private final HardshipRule rule;

    HardshipDesk(MongoTemplate mongo, UnemploymentRegister register, RuleBook rules, HardshipRule rule) {
        this.mongo = mongo;
        this.register = register;
        this.rules = rules;
        this.rule = rule;
    }

    /// A certificate that counts on a day.
    public record Certificate(HardshipCategory category, boolean severe) {

        public boolean mayBePlacedTwice() {
            return category.mayBePlacedTwice(severe);
        }
    }

    /// @param severe the disability is a severe one
    /// @param district where the person is helped; @param familyVerified the household is a zero-employment family
    public Outcome<String> certify(
            String personId,
            HardshipCategory category,
            @Nullable String district,
            boolean familyVerified,
            boolean proved,
            boolean severe,
            CommandContext context) {
        var id = HardshipCertification.idOf(personId, category, context.today());
        var valid = of(personId).stream()
                .filter(known -> known.category() == category && known.validOn(context.today()))
                .findFirst();
        if (valid.isPresent()) {
            return Outcome.duplicate(PATH + '/' + valid.get().id(), Reason.of("DUPLICATE"));
        }
        var registered = register.of(personId);
        if (category == HardshipCategory.OLDER && registered.isEmpty()) {
            return Outcome.refused(Refusal.Kind.NOT_ELIGIBLE, Reason.of("NOT_REGISTERED"));
        }
        var decision = rules.decide(rule, facts(category, registered, familyVerified, proved, context.today()));
        var until = decision.result().validUntil();
        if (until == null) {
            return Outcome.refused(Refusal.Kind.NOT_ELIGIBLE, Reason.of("CATEGORY_NOT_MET"));
        }
        try {
            mongo.insert(
                    HardshipCertification.certified(personId, category, district, until, decision, severe, context));
        } catch (DuplicateKeyException _) {
            return Outcome.duplicate(PATH + '/' + id, Reason.of("DUPLICATE"));
        }
        return Outcome.created(id, PATH + '/' + id);
    }

    private static HardshipRule.Facts facts(
            HardshipCategory category,
            Optional<UnemploymentRegister.Registered> registered,
            boolean familyVerified,
            boolean proved,
            LocalDate on) {
        return new HardshipRule.Facts(
                category,
                on,
                registered.map(UnemploymentRegister.Registered::birthDate).orElse(null),
                registered
                        .map(UnemploymentRegister.Registered::retirementCategory)
                        .orElse(null),
                registered.map(UnemploymentRegister.Registered::registeredOn).orElse(null),
                familyVerified,
                proved);
    }

    List<HardshipCertification> of(String personId) {
        return mongo.find(Query.query(Criteria.where("personId").is(personId)), HardshipCertification.class);
    }

    /// A certificate that is valid for a person on a day.
    public Optional<Certificate> validFor(String certificationId, String personId, LocalDate on) {
        return Optional.ofNullable(mongo.findById(certificationId, HardshipCertification.class))
                .filter(found -> found.personId().equals(personId) && found.validOn(on))
                .map(found -> new Certificate(found.category(), found.severe()));
    }
}
