package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Docket.Because;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal.Kind;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.blacklist.ListingForms.Commitment;
import cn.sanming.migrant.wage.blacklist.ListingForms.EarlyRemovalRequest;
import cn.sanming.migrant.wage.blacklist.ListingForms.Notice;
import cn.sanming.migrant.wage.blacklist.ListingForms.Proceedings;
import cn.sanming.migrant.wage.blacklist.ListingForms.Proposal;
import cn.sanming.migrant.wage.blacklist.ListingForms.Statement;
import cn.sanming.migrant.wage.employer.Employer;
import cn.sanming.migrant.wage.employer.Employers;
import cn.sanming.migrant.wage.policy.BlacklistDates;
import cn.sanming.migrant.wage.policy.EarlyRemoval;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for the list: proposes, serves, hears, lists, reviews and removes.
@Component
public final class BlacklistDesk {

    static final String PATH = "/api/v1/wages/blacklist-entries";

    private final Dockets dockets;
    private final Docket<BlacklistEntry> docket;
    private final OrderBook orders;
    private final Employers employers;
    private final RuleBook rules;
    private final BlacklistDates dates;
    private final EarlyRemoval earlyRemoval;

    BlacklistDesk(
            Dockets dockets,
            OrderBook orders,
            Employers employers,
            RuleBook rules,
            BlacklistDates dates,
            EarlyRemoval earlyRemoval) {
        this.dockets = dockets;
        this.orders = orders;
        this.employers = employers;
        this.rules = rules;
        this.dates = dates;
        this.earlyRemoval = earlyRemoval;
        this.docket = dockets.declare(BlacklistEntry.class, "BlacklistEntry", PATH)
                .opens(Proposal.class, Set.of("INSPECTOR", "INSPECTION_HEAD"), this::open)
                .on("serve_notice", Notice.class, this::serve)
                .on("object", Statement.class, this::object)
                .onReason("uphold")
                .on("reject_objection", Because.class, (entry, _, act) -> entry.rejectObjection(act))
                .on("lapse", BlacklistEntry::lapse)
                .on(
                        "waive",
                        (entry, _) -> entry.waive(orders.ofCase(entry.origin().caseId())))
                .on("list", this::list)
                .on("request_early_removal", EarlyRemovalRequest.class, this::requestEarlyRemoval)
                .on("grant", (entry, act) -> entry.remove(RemovalReason.EARLY, act))
                .onReason("refuse")
                .on(
                        "annul",
                        Because.class,
                        (entry, _, act) ->
                                entry.annul(orders.ofCase(entry.origin().caseId()), act))
                .on("expire", BlacklistEntry::expire)
                .notes(
                        "extend",
                        Set.of("INSPECTION_HEAD"),
                        Because.class,
                        (entry, why, act) -> entry.extend(why.reason(), act))
                .notes("commit", Set.of("EMPLOYER"), Commitment.class, (entry, _, act) -> entry.commit(act))
                .notes(
                        "record_proceedings",
                        Set.of("INSPECTOR", "INSPECTION_HEAD"),
                        Proceedings.class,
                        (entry, found, _) -> entry.proceedings(found.standing()))
                .notes(
                        "note_arrears",
                        Set.of("SYSTEM"),
                        LateWages.class,
                        (entry, late, _) -> entry.newArrears(late.dueOn()))
                .firm("EMPLOYER", "employerUscc", BlacklistEntry::employerUscc)
                .filter("employer_uscc", "employerUscc")
                .filter("case_id", "origin.caseId")
                .readableBy("INSPECTOR", "HR_OFFICER", "HR_HEAD")
                .shownAs(BlacklistView.class, this::view);
    }

    /// Wages of a listed employer that fell due on this day are late.
    record LateWages(LocalDate dueOn) {}

    Docket<BlacklistEntry> docket() {
        return docket;
    }

    /// Proposes the employer of a case for the list; proposed again, it changes nothing.
    ///
    /// @return the entry's id, whether it is new or was there
    public String propose(String caseId, String orderId, ListingGround ground, Act act) {
        dockets.open(docket, new Proposal(caseId, ground), this::open, act);
        return BlacklistEntry.idOf(orderId);
    }

    private Outcome<BlacklistEntry> open(Proposal proposal, Act act) {
        var order = orders.ofCase(proposal.caseId());
        if (order.isEmpty() || !order.get().defaulted()) {
            return Outcome.refused(Kind.GUARD_FAILED, Reason.at("/case_id", "ORDER_NOT_DEFAULTED"));
        }
        if (!act.actor().mayActIn(order.get().district())) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        if (!order.get().holds(proposal.ground())) {
            return Outcome.refused(
                    Kind.GUARD_FAILED,
                    Reason.at("/ground", "LISTING_GROUND_NOT_MET").clause("Order 45"));
        }
        var entry = BlacklistEntry.propose(order.get(), proposal.ground(), act);
        return dockets.find(docket, entry.id()).isPresent()
                ? Outcome.duplicate(PATH + '/' + entry.id(), Reason.of("ALREADY_PROPOSED"))
                : Outcome.created(entry, PATH + '/' + entry.id());
    }

    private Verdict serve(BlacklistEntry entry, Notice notice, Act act) {
        var employer = employers.find(entry.employerUscc());
        var named = notice.persons() == null || notice.persons().isEmpty()
                ? employer.map(Employer::legalRepresentative)
                        .map(name -> List.of(new ResponsiblePerson(name, "LEGAL_REPRESENTATIVE")))
                        .orElse(List.of())
                : notice.persons();
        return entry.serveNotice(
                orders.ofCase(entry.origin().caseId()),
                employer.map(Employer::name).orElse(null),
                named,
                dates(entry, act.today(), null, null),
                act);
    }

    private Verdict object(BlacklistEntry entry, Statement objection, Act act) {
        return entry.object(objection.statement(), workingDays("wage.blacklist.verify_wd", act), act);
    }

    private Verdict list(BlacklistEntry entry, Act act) {
        var served = entry.notice();
        var noticeServedOn = served == null ? act.today() : served.servedOn();
        return entry.list(orders.ofCase(entry.origin().caseId()), dates(entry, noticeServedOn, act.today(), null), act);
    }

    private Verdict requestEarlyRemoval(BlacklistEntry entry, EarlyRemovalRequest request, Act act) {
        var commitment = Boolean.TRUE.equals(request.commitment());
        var facts = entry.conduct()
                .facts(entry.listing(), orders.ofCase(entry.origin().caseId()), commitment, act.today());
        var decision = facts == null ? null : rules.decide(earlyRemoval, facts);
        return entry.requestEarlyRemoval(facts, decision, workingDays("wage.blacklist.early_review_wd", act), act);
    }

    private LocalDate workingDays(String parameter, Act act) {
        var grounds = rules.grounds();
        return grounds.calendar()
                .workingDaysAfter(act.today(), grounds.on(act.today()).integer(parameter));
    }

    private Decision<BlacklistDates.Finding> dates(
            BlacklistEntry entry, LocalDate servedOn, @Nullable LocalDate listedOn, @Nullable LocalDate correctedOn) {
        return rules.decide(
                dates, new BlacklistDates.Facts(entry.origin().orderDueOn(), servedOn, listedOn, correctedOn));
    }

    private BlacklistView view(BlacklistEntry entry) {
        var correctedOn = orders.ofCase(entry.origin().caseId())
                .map(DefaultedOrder::paidOn)
                .orElse(null);
        var served = entry.notice();
        var listing = entry.listing();
        var from = served == null || listing == null || correctedOn == null
                ? null
                : dates(entry, served.servedOn(), listing.on(), correctedOn)
                        .result()
                        .earlyRemovalFrom();
        return BlacklistView.of(entry, correctedOn, from);
    }
}
