package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.application.Tenancies;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseDefinition.Nothing;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for leases. Nobody opens one here: it follows from a signed application.
@Component
class LeaseDesk implements Tenancies {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseDesk.class);
    private static final Set<String> OFFICER = Set.of("HOUSING_OFFICER");

    private final Cases cases;
    private final CaseDefinition<Lease> definition;
    private final MongoTemplate mongo;
    private final Rent rent;
    private final Term term;
    private final Clock clock;

    LeaseDesk(Cases cases, MongoTemplate mongo, Rent rent, Term term, Clock clock) {
        this.cases = cases;
        this.mongo = mongo;
        this.rent = rent;
        this.term = term;
        this.clock = clock;
        this.definition = cases.declare(Lease.class, "Lease", "/api/v1/housing/leases")
                .on("request_renewal", Nothing.class, term::request)
                .on("renew", Term.Renewal.class, term::renew)
                .on("refuse_renewal", Term.RefusedRenewal.class, term::refuseRenewal)
                .on("expire", Nothing.class, term::expire)
                .on("notice_breach", Rent.Notice.class, rent::notice)
                .on("cure", Nothing.class, rent::cure)
                .on("order_vacate", Rent.Order.class, rent::orderVacate)
                .on("enforce", Nothing.class, term::enforce)
                .on("vacate", Term.Keys.class, term::vacate)
                .notes("charge_rent", Set.of("SYSTEM"), Nothing.class, rent::charge)
                .notes("record_payment", OFFICER, Rent.Paid.class, rent::pay)
                .notes("report_vacant", OFFICER, Rent.Vacancy.class, rent::reportVacant)
                .notes("report_occupied", OFFICER, Nothing.class, rent::reportOccupied)
                .notes("give_notice", Set.of("WORKER"), Term.Leaving.class, term::giveNotice)
                .person("WORKER", "personId", lease -> lease.personId)
                .filter("person_id", "personId")
                .shownAs(LeaseView.class, this::view);
    }

    private LeaseView view(Lease lease) {
        var today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        var held = lease.account.monthsOverdue(today) > 0 && rent.heldBack(lease);
        return LeaseView.of(lease, term.renewalRequestBy(lease), held, today);
    }

    @Override
    public boolean anyOpenOf(Collection<String> persons) {
        return mongo.exists(
                Query.query(Criteria.where("household")
                        .in(persons)
                        .and("file.state")
                        .in(LeaseState.OPEN)),
                Lease.class);
    }

    @Override
    public void open(Order order, CommandContext context) {
        var lease = Lease.signed(order, context);
        if (cases.find(definition, lease.id).isPresent()) {
            return;
        }
        try {
            mongo.insert(lease);
        } catch (DuplicateKeyException _) {
            LOG.debug("{} was opened by somebody else", lease.id);
        }
    }

    /// Enters what time brings about; told again, it changes nothing.
    Outcome<Lease> enter(String id, String command, CommandContext context) {
        return cases.fire(definition, id, command, context);
    }
}
