package cn.sanming.migrant.housing.lease;

import cn.sanming.migrant.housing.application.Tenancies;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
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

    static final Command<Lease, Command.Nothing> REQUEST_RENEWAL =
            Command.of("requestRenewalLease", Command.Nothing.class);
    static final Command<Lease, Term.Renewal> RENEW = Command.of("renewLease", Term.Renewal.class);
    static final Command<Lease, Term.RefusedRenewal> REFUSE_RENEWAL =
            Command.of("refuseRenewalLease", Term.RefusedRenewal.class);
    static final Command<Lease, Command.Nothing> EXPIRE = Command.of("expireLease", Command.Nothing.class);
    static final Command<Lease, Rent.Notice> NOTICE_BREACH = Command.of("noticeBreachLease", Rent.Notice.class);
    static final Command<Lease, Command.Nothing> CURE = Command.of("cureLease", Command.Nothing.class);
    static final Command<Lease, Rent.Order> ORDER_VACATE = Command.of("orderVacateLease", Rent.Order.class);
    static final Command<Lease, Command.Nothing> ENFORCE = Command.of("enforceLease", Command.Nothing.class);
    static final Command<Lease, Term.Keys> VACATE = Command.of("vacateLease", Term.Keys.class);
    static final Command<Lease, Command.Nothing> CHARGE_RENT = Command.of("chargeRentLease", Command.Nothing.class);
    static final Command<Lease, Rent.Paid> RECORD_PAYMENT = Command.of("recordPaymentLease", Rent.Paid.class);
    static final Command<Lease, Rent.Vacancy> REPORT_VACANT = Command.of("reportVacantLease", Rent.Vacancy.class);
    static final Command<Lease, Command.Nothing> REPORT_OCCUPIED =
            Command.of("reportOccupiedLease", Command.Nothing.class);
    static final Command<Lease, Term.Leaving> GIVE_NOTICE = Command.of("giveNoticeLease", Term.Leaving.class);

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
        this.definition = cases.define(Lease.class, "Lease", "/api/v1/housing/leases")
                .on(REQUEST_RENEWAL, term::request)
                .on(RENEW, term::renew)
                .on(REFUSE_RENEWAL, term::refuseRenewal)
                .on(EXPIRE, term::expire)
                .on(NOTICE_BREACH, rent::notice)
                .on(CURE, rent::cure)
                .on(ORDER_VACATE, rent::orderVacate)
                .on(ENFORCE, term::enforce)
                .on(VACATE, term::vacate)
                .notes(CHARGE_RENT, Set.of("SYSTEM"), rent::charge)
                .notes(RECORD_PAYMENT, OFFICER, rent::pay)
                .notes(REPORT_VACANT, OFFICER, rent::reportVacant)
                .notes(REPORT_OCCUPIED, OFFICER, rent::reportOccupied)
                .notes(GIVE_NOTICE, Set.of("WORKER"), term::giveNotice)
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
    Outcome<Lease> enter(String id, Command<Lease, Command.Nothing> command, CommandContext context) {
        return cases.fire(id, command, context);
    }
}
