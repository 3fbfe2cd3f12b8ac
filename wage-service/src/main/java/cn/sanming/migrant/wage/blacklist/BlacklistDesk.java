package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
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

    static final Command<BlacklistEntry, Proposal> OPEN = Command.of("openBlacklistEntry", Proposal.class);
    static final Command<BlacklistEntry, Notice> SERVE_NOTICE = Command.of("serveNoticeBlacklistEntry", Notice.class);
    static final Command<BlacklistEntry, Statement> OBJECT = Command.of("objectBlacklistEntry", Statement.class);
    static final Command<BlacklistEntry, Command.Because> UPHOLD = Command.because("upholdBlacklistEntry");
    static final Command<BlacklistEntry, Command.Because> REJECT_OBJECTION =
            Command.because("rejectObjectionBlacklistEntry");
    static final Command<BlacklistEntry, Command.Nothing> LAPSE = Command.of("lapseBlacklistEntry");
    static final Command<BlacklistEntry, Command.Nothing> WAIVE = Command.of("waiveBlacklistEntry");
    static final Command<BlacklistEntry, Command.Nothing> LIST = Command.of("listBlacklistEntry");
    static final Command<BlacklistEntry, EarlyRemovalRequest> REQUEST_EARLY_REMOVAL =
            Command.of("requestEarlyRemovalBlacklistEntry", EarlyRemovalRequest.class);
    static final Command<BlacklistEntry, Command.Nothing> GRANT = Command.of("grantBlacklistEntry");
    static final Command<BlacklistEntry, Command.Because> REFUSE = Command.because("refuseBlacklistEntry");
    static final Command<BlacklistEntry, Command.Because> ANNUL = Command.because("annulBlacklistEntry");
    static final Command<BlacklistEntry, Command.Nothing> EXPIRE = Command.of("expireBlacklistEntry");
    static final Command<BlacklistEntry, Command.Because> EXTEND = Command.because("extendBlacklistEntry");
    static final Command<BlacklistEntry, Commitment> COMMIT = Command.of("commitBlacklistEntry", Commitment.class);
    static final Command<BlacklistEntry, Proceedings> RECORD_PROCEEDINGS =
            Command.of("recordProceedingsBlacklistEntry", Proceedings.class);
    static final Command<BlacklistEntry, LateWages> NOTE_ARREARS =
            Command.of("noteArrearsBlacklistEntry", LateWages.class);

    static final String PATH = "/api/v1/wages/blacklist-entries";

    private final Cases cases;
    private final CaseDefinition<BlacklistEntry> definition;
    private final OrderBook orders;
    private final Employers employers;
    private final RuleBook rules;
    private final BlacklistDates dates;
    private final EarlyRemoval earlyRemoval;

    BlacklistDesk(
            Cases cases,
            OrderBook orders,
            Employers employers,
            RuleBook rules,
            BlacklistDates dates,
            EarlyRemoval earlyRemoval) {
        this.cases = cases;
        this.orders = orders;
        this.employers = employers;
        this.rules = rules;
        this.dates = dates;
        this.earlyRemoval = earlyRemoval;
        this.definition = cases.define(BlacklistEntry.class, "BlacklistEntry", PATH)
                .opens(OPEN, Set.of("INSPECTOR", "INSPECTION_HEAD"), this::open)
                .on(SERVE_NOTICE, this::serve)
                .on(OBJECT, this::object)
                .on(UPHOLD)
                .on(REJECT_OBJECTION, (entry, _, context) -> entry.rejectObjection(context))
                .on(LAPSE, BlacklistEntry::lapse)
                .on(
                        WAIVE,
                        (entry, _) -> entry.waive(orders.ofCase(entry.origin().caseId())))
                .on(LIST, this::list)
                .on(REQUEST_EARLY_REMOVAL, this::requestEarlyRemoval)
                .on(GRANT, (entry, context) -> entry.remove(RemovalReason.EARLY, context))
                .on(REFUSE)
                .on(
                        ANNUL,
                        (entry, _, context) ->
                                entry.annul(orders.ofCase(entry.origin().caseId()), context))
                .on(EXPIRE, BlacklistEntry::expire)
                .notes(EXTEND, Set.of("INSPECTION_HEAD"), (entry, why, context) -> entry.extend(why.reason(), context))
                .notes(COMMIT, Set.of("EMPLOYER"), (entry, _, context) -> entry.commit(context))
                .notes(
                        RECORD_PROCEEDINGS,
                        Set.of("INSPECTOR", "INSPECTION_HEAD"),
                        (entry, found, _) -> entry.proceedings(found.standing()))
                .notes(NOTE_ARREARS, Set.of("SYSTEM"), (entry, late, _) -> entry.newArrears(late.dueOn()))
                .firm("EMPLOYER", "employerUscc", BlacklistEntry::employerUscc)
                .filter("employer_uscc", "employerUscc")
                .filter("case_id", "origin.caseId")
                .readableBy("INSPECTOR", "HR_OFFICER", "HR_HEAD")
                .shownAs(BlacklistView.class, this::view);
    }

    /// Wages of a listed employer that fell due on this day are late.
    record LateWages(LocalDate dueOn) {}

    CaseDefinition<BlacklistEntry> definition() {
        return definition;
    }

    /// Proposes the employer of a case for the list; proposed again, it changes nothing.
    ///
    /// @return the entry's id, whether it is new or was there
    public String propose(String caseId, String orderId, ListingGround ground, CommandContext context) {
        cases.open(definition, new Proposal(caseId, ground), this::open, context)
                .orRetry();
        return BlacklistEntry.idOf(orderId);
    }

    private Outcome<BlacklistEntry> open(Proposal proposal, CommandContext context) {
        var order = orders.ofCase(proposal.caseId());
        if (order.isEmpty() || !order.get().defaulted()) {
            return Outcome.refused(Kind.GUARD_FAILED, Reason.at("/case_id", "ORDER_NOT_DEFAULTED"));
        }
        if (!context.actor().mayActIn(order.get().district())) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        if (!order.get().holds(proposal.ground())) {
            return Outcome.refused(
                    Kind.GUARD_FAILED,
                    Reason.at("/ground", "LISTING_GROUND_NOT_MET").clause("Order 45"));
        }
        var entry = BlacklistEntry.propose(order.get(), proposal.ground(), context);
        return cases.find(definition, entry.id()).isPresent()
                ? Outcome.duplicate(PATH + '/' + entry.id(), Reason.of("ALREADY_PROPOSED"))
                : Outcome.created(entry, PATH + '/' + entry.id());
    }

    private Verdict serve(BlacklistEntry entry, Notice notice, CommandContext context) {
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
                dates(entry, context.today(), null, null),
                context);
    }

    private Verdict object(BlacklistEntry entry, Statement objection, CommandContext context) {
        return entry.object(objection.statement(), workingDays("wage.blacklist.verify_wd", context), context);
    }

    private Verdict list(BlacklistEntry entry, CommandContext context) {
        var served = entry.notice();
        var noticeServedOn = served == null ? context.today() : served.servedOn();
        return entry.list(
                orders.ofCase(entry.origin().caseId()), dates(entry, noticeServedOn, context.today(), null), context);
    }

    private Verdict requestEarlyRemoval(BlacklistEntry entry, EarlyRemovalRequest request, CommandContext context) {
        var commitment = Boolean.TRUE.equals(request.commitment());
        var facts = entry.conduct()
                .facts(entry.listing(), orders.ofCase(entry.origin().caseId()), commitment, context.today());
        var decision = facts == null ? null : rules.decide(earlyRemoval, facts);
        return entry.requestEarlyRemoval(
                facts, decision, workingDays("wage.blacklist.early_review_wd", context), context);
    }

    private LocalDate workingDays(String parameter, CommandContext context) {
        var ruleContext = rules.context();
        return ruleContext
                .calendar()
                .workingDaysAfter(
                        context.today(), ruleContext.on(context.today()).integer(parameter));
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
