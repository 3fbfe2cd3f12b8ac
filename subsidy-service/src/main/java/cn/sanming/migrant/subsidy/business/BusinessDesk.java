package cn.sanming.migrant.subsidy.business;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The window for new businesses. Registering one opens its four follow-ups; told again, it changes nothing.
@Component
public class BusinessDesk {

    static final String PATH = "/api/v1/subsidies/businesses";

    private final MongoTemplate mongo;

    BusinessDesk(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Outcome<Business> register(Business business, CommandContext context) {
        var known = mongo.findById(business.uscc(), Business.class);
        if (known != null && !known.equals(business)) {
            return Outcome.duplicate(PATH + '/' + known.uscc());
        }
        follow(business, context);
        return known == null ? Outcome.created(business, PATH + '/' + business.uscc()) : Outcome.done(known);
    }

    /// A business that an application names is followed as well, unless it is known already.
    public void learn(String uscc, String owner, LocalDate registeredOn, String district, CommandContext context) {
        if (mongo.findById(uscc, Business.class) == null) {
            follow(new Business(uscc, owner, registeredOn, district), context);
        }
    }

    /// Follow-ups first: a crash in between leaves the business unknown, and the next call completes them.
    private void follow(Business business, CommandContext context) {
        for (var month : BusinessFollowUp.MONTHS) {
            insert(BusinessFollowUp.of(business, month, context));
        }
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(business.ownerPersonId())),
                new Update().set("businessUscc", business.uscc()),
                StartupPlan.class);
        insert(business);
    }

    /// @return whether it is new
    private boolean insert(Object record) {
        try {
            mongo.insert(record);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    Outcome<BusinessFollowUp> done(
            BusinessFollowUp followUp, boolean operating, int employees, CommandContext context) {
        return switch (followUp.done(operating, employees, context)) {
            case Verdict.Refused(Refusal refusal) -> Outcome.refused(refusal);
            case Verdict.Granted _ -> saved(followUp);
        };
    }

    private Outcome<BusinessFollowUp> saved(BusinessFollowUp followUp) {
        try {
            return Outcome.done(mongo.save(followUp));
        } catch (OptimisticLockingFailureException _) {
            return Outcome.refused(Refusal.Kind.VERSION_CONFLICT);
        }
    }

    List<BusinessFollowUp> of(String uscc) {
        return mongo.find(
                Query.query(Criteria.where("businessUscc").is(uscc)).with(Sort.by("dueOn")), BusinessFollowUp.class);
    }
}
