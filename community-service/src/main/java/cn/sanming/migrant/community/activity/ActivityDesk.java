package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.community.partner.ListedFirms;
import cn.sanming.migrant.community.ticket.TicketWindow.Counter;
import cn.sanming.migrant.community.venue.FreeOpening;
import cn.sanming.migrant.community.venue.VenueCalendar;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Plans and announces activities (活动策划、预告) and leads them to their report.
@Component
class ActivityDesk {

    static final Command<Activity, NewActivity> OPEN = Command.of("openActivity", NewActivity.class);
    static final Command<Activity, Command.Nothing> ANNOUNCE = Command.of("announceActivity");
    static final Command<Activity, Postponement> POSTPONE = Command.of("postponeActivity", Postponement.class);
    static final Command<Activity, ActivityReport.Came> HOLD = Command.of("holdActivity", ActivityReport.Came.class);
    static final Command<Activity, ActivityReport.Report> REPORT =
            Command.of("reportActivity", ActivityReport.Report.class);
    static final Command<Activity, Cancellation> CANCEL = Command.of("cancelActivity", Cancellation.class);
    static final Command<Activity, Replan> REPLAN = Command.of("replanActivity", Replan.class);
    static final Command<Activity, ActivityReport.CheckIn> CHECK_IN =
            Command.of("checkInActivity", ActivityReport.CheckIn.class);
    static final Command<Activity, ActivityReport.Came> ATTENDANCE =
            Command.of("attendanceActivity", ActivityReport.Came.class);
    static final Command<Activity, Dismissal> DISMISS_PARTNER = Command.of("dismissPartnerActivity", Dismissal.class);

    static final Set<String> HOSTS = Set.of("CULTURE_OFFICER", "UNION_OFFICER", "HEALTH_OFFICER", "PUBLICITY_OFFICER");

    private final Cases cases;
    private final CaseDefinition<Activity> definition;
    private final RuleBook rules;
    private final FreeOpening free;
    private final ListedFirms listed;
    private final VenueCalendar venues;

    /// @param organiserUnit the officer's own unit unless another is named; @param price nothing means free
    record NewActivity(
            @NotBlank @Size(max = 120) String title,
            Category category,
            @Nullable Festival festival,
            String district,
            @Nullable String venueId,
            @Nullable String organiserUnit,
            LocalDate heldOn,
            @Nullable @Min(1) Integer capacity,
            @Nullable Money price,
            @Nullable String theme,
            @Nullable String topic,
            @Nullable String industry,
            @Nullable List<CreditCode> partners) {

        List<String> partnerCodes() {
            return partners == null
                    ? List.of()
                    : partners.stream().map(CreditCode::value).distinct().toList();
        }
    }

    /// What is named is planned anew; the rest stays.
    record Replan(
            @Nullable @Size(min = 1, max = 120) String title,
            @Nullable Festival festival,
            @Nullable String venueId,
            @Nullable LocalDate heldOn,
            @Nullable @Min(1) Integer capacity,
            @Nullable Money price,
            @Nullable String theme) {}

    record Postponement(
            @Nullable LocalDate heldOn, @Nullable String reason) {}

    record Cancellation(@Nullable String reason) {}

    record Dismissal(String uscc) {}

    ActivityDesk(
            Cases cases,
            RuleBook rules,
            FreeOpening free,
            ListedFirms listed,
            VenueCalendar venues,
            ActivityReport reports) {
        this.cases = cases;
        this.rules = rules;
        this.free = free;
        this.listed = listed;
        this.venues = venues;
        this.definition = cases.define(Activity.class, "Activity", "/api/v1/community/activities")
                .opens(OPEN, HOSTS, this::plan)
                .on(ANNOUNCE, this::announce)
                .on(POSTPONE, ActivityDesk::postpone)
                .on(HOLD, ActivityReport::hold)
                .on(REPORT, reports::report)
                .on(CANCEL, (_, _, _) -> Verdict.granted())
                .notes(REPLAN, HOSTS, ActivityDesk::replan)
                .notes(CHECK_IN, HOSTS, ActivityReport::checkIn)
                .notes(ATTENDANCE, HOSTS, ActivityReport::attendance)
                .notes(DISMISS_PARTNER, Set.of("SYSTEM"), ActivityDesk::dismiss)
                .person("WORKER", "tickets.personId", activity -> activity.line()
                        .personIds())
                .filter("category", "plan.category")
                .filter("held_on", "plan.heldOn")
                .filter("venue_id", "plan.venueId")
                .shownAs(
                        ActivityView.class,
                        (activity, actor) -> ActivityView.of(activity, actor, reports.shownReportBy(activity)));
    }

    Counter<Activity> counter(String id) {
        return new Counter<>(Activity.class, definition.path() + '/' + id, ActivityState.ANNOUNCED, HOSTS);
    }

    Optional<Activity> find(String id) {
        return cases.find(definition, id);
    }

    void dismissPartner(String id, String uscc, CommandContext context) {
        cases.fire(id, DISMISS_PARTNER, new Dismissal(uscc), context).orRetry();
    }

    private Outcome<Activity> plan(NewActivity body, CommandContext context) {
        var district = Divisions.sanming().current(body.district());
        var unit = body.organiserUnit() == null ? context.actor().unit() : body.organiserUnit();
        var faults = faults(body, district, unit);
        if (!faults.isEmpty() || unit == null) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var against = listed.reasonsAgainst(body.partnerCodes());
        if (!against.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.BLACKLISTED_EMPLOYER, against, null));
        }
        var plan = new ActivityPlan(
                body.title(),
                body.category(),
                body.festival(),
                body.venueId(),
                unit,
                body.heldOn(),
                body.capacity(),
                body.price() == null ? Money.ZERO : body.price(),
                body.theme(),
                body.topic(),
                body.industry());
        return Outcome.created(Activity.planned(Ids.next("av"), plan, body.partnerCodes(), district, context), "");
    }

    private List<Reason> faults(NewActivity body, String district, @Nullable String unit) {
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (unit == null) {
            faults.add(Reason.at("/organiser_unit", "REQUIRED"));
        }
        if (body.venueId() != null && !venues.knows(body.venueId())) {
            faults.add(Reason.at("/venue_id", "UNKNOWN_VENUE"));
        }
        if (body.category() == Category.HEALTH_EDUCATION) {
            if (body.topic() == null) {
                faults.add(Reason.at("/topic", "REQUIRED"));
            }
            if (body.industry() == null) {
                faults.add(Reason.at("/industry", "REQUIRED"));
            }
        }
        return faults;
    }

    /// Announced is only what costs nothing, where the doors are open, with partners who pay their workers.
    private Verdict announce(Activity activity, CommandContext context) {
        var plan = activity.plan();
        var finding = rules.decide(free, new FreeOpening.Facts(plan.title(), plan.price()))
                .result();
        var venue = plan.venueId();
        var guards = Verdict.guards()
                .require(
                        finding.accepted(),
                        Reason.of("PRICE_MUST_BE_ZERO")
                                .clause("measure 11: 文化惠民")
                                .required(Money.ZERO, plan.price()))
                .require(
                        venue == null || venues.isOpen(venue, plan.heldOn()),
                        Reason.of("VENUE_CLOSED").required("open on " + plan.heldOn(), String.valueOf(venue)));
        listed.reasonsAgainst(activity.partners()).forEach(reason -> guards.require(false, reason));
        return guards.verdict();
    }

    private static Verdict postpone(Activity activity, Postponement body, CommandContext context) {
        var on = body.heldOn();
        return Verdict.guards()
                .require(
                        on == null || !on.isBefore(context.today()),
                        Reason.at("/held_on", "POSTPONED_INTO_THE_PAST").required(context.today(), String.valueOf(on)))
                .then(() -> activity.replan(activity.plan().with(new Replan(null, null, null, on, null, null, null))));
    }

    /// A postponed activity keeps its line, and nobody loses a place by the new plan.
    private static Verdict replan(Activity activity, Replan body, CommandContext context) {
        int held = activity.line().holders().size();
        return Verdict.guards()
                .require(activity.file().is(ActivityState.PLANNED), "ONLY_WHILE_PLANNED")
                .require(
                        body.capacity() == null || body.capacity() >= held,
                        Reason.at("/capacity", "PLACES_ARE_TAKEN").required("at least " + held, body.capacity()))
                .then(() -> activity.replan(activity.plan().with(body)));
    }

    private static Verdict dismiss(Activity activity, Dismissal body, CommandContext context) {
        if (activity.file().is(ActivityState.PLANNED, ActivityState.ANNOUNCED)) {
            activity.dismiss(body.uscc());
        }
        return Verdict.granted();
    }
}
