package cn.sanming.migrant.legalaid.duty;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws up, publishes and keeps the roster of lawyers on duty (值班管理).
@Component
class DutyDesk {

    static final Command<DutyShift, Draft> OPEN = Command.of("openDutyShift", Draft.class);
    static final Command<DutyShift, Command.Nothing> PUBLISH = Command.of("publishDutyShift");
    static final Command<DutyShift, Substitute> SWAP = Command.of("swapDutyShift", Substitute.class);
    static final Command<DutyShift, Command.Nothing> REPORT_ABSENCE = Command.of("reportAbsenceDutyShift");
    static final Command<DutyShift, Substitute> SUBSTITUTE = Command.of("substituteDutyShift", Substitute.class);
    static final Command<DutyShift, Command.Nothing> COMPLETE = Command.of("completeDutyShift");

    private final Cases cases;
    private final RosterBook roster;
    private final CaseDefinition<DutyShift> definition;

    /// @param slot the standard slot of the policy unless said otherwise; @param district the officer's own, else
    /// the city
    record Draft(
            LocalDate day,
            @Nullable Slot slot,
            @Pattern(regexp = "[A-Za-z0-9._:-]{1,40}") String lawyerId,
            Channel channel,
            @Nullable String district) {}

    record Substitute(
            @Pattern(regexp = "[A-Za-z0-9._:-]{1,40}") String lawyerId) {}

    /// Lawyers who take the open days of a month in turn.
    record Rotation(@NotEmpty List<String> lawyerIds, Channel channel) {}

    DutyDesk(Cases cases, RosterBook roster) {
        this.cases = cases;
        this.roster = roster;
        this.definition = cases.define(DutyShift.class, "DutyShift", "/api/v1/legal-aid/duty-shifts")
                .opens(OPEN, Set.of("LEGAL_AID_OFFICER"), this::draft)
                .on(PUBLISH, (shift, context) -> publish(shift, context))
                .on(SWAP, DutyDesk::replace)
                .on(REPORT_ABSENCE)
                .on(SUBSTITUTE, DutyDesk::replace)
                .on(COMPLETE, (shift, context) -> complete(shift, context))
                .user("LAWYER", "lawyerId", shift -> shift.lawyerId)
                .readableBy("LEGAL_AID_OFFICER")
                .filter("day", "day")
                .filter("lawyer_id", "lawyerId")
                .shownAs(DutyShift.View.class, DutyShift.View::of);
    }

    private Outcome<DutyShift> draft(Draft body, CommandContext context) {
        var district = body.district() == null
                ? districtOf(context)
                : Divisions.sanming().current(body.district());
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var slot = body.slot() == null ? roster.standardSlot(body.day()) : body.slot();
        // the same lawyer cannot sit twice in one slot
        var id = Ids.of("ds", district, body.day().toString(), slot.toString(), body.lawyerId());
        if (cases.find(definition, id).isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + id);
        }
        var file = CaseFile.opened(id, DutyState.DRAFT, district, context);
        return Outcome.created(new DutyShift(id, file, body.day(), slot, body.channel(), body.lawyerId()), "");
    }

    static String districtOf(CommandContext context) {
        var county = context.actor().county();
        return county == null ? Divisions.CITY : county;
    }

    private Verdict publish(DutyShift shift, CommandContext context) {
        var found = roster.decide(String.valueOf(shift.file.district()), YearMonth.from(shift.day))
                .result();
        return Verdict.guards().require(found.publishable(), gapsOf(found)).verdict();
    }

    private static Reason gapsOf(DutyRoster.Finding found) {
        return Reason.of("DUTY_ROSTER").clause("若干措施第18条：周末无休").required("a lawyer every day", found.gaps());
    }

    private static Verdict replace(DutyShift shift, Substitute body, CommandContext context) {
        return Verdict.guards()
                .require(!body.lawyerId().equals(shift.lawyerId), Reason.at("/lawyer_id", "SUBSTITUTE_IS_THE_SAME"))
                .then(() -> shift.lawyerId = body.lawyerId());
    }

    private static Verdict complete(DutyShift shift, CommandContext context) {
        return Verdict.guards()
                .require(shift.isOver(context.at()), "SLOT_RUNNING")
                .verdict();
    }

    /// Fills every open day of a month, one lawyer after the other; days that are covered stay as they are.
    List<DutyShift> fill(String district, YearMonth month, Rotation rotation, CommandContext context) {
        int turn = 0;
        for (var day : roster.decide(district, month).result().gaps()) {
            var lawyer = rotation.lawyerIds().get(turn++ % rotation.lawyerIds().size());
            cases.open(definition, new Draft(day, null, lawyer, rotation.channel(), district), this::draft, context)
                    .orRetry();
        }
        return roster.shifts(district, month);
    }

    /// Publishes all drafts of a month, or none: a gap on any day refuses the whole month.
    Outcome<List<DutyShift>> publish(String district, YearMonth month, CommandContext context) {
        var found = roster.decide(district, month).result();
        if (!found.publishable()) {
            return Outcome.refused(Kind.GUARD_FAILED, gapsOf(found));
        }
        for (var shift : roster.shifts(district, month)) {
            if (shift.file.is(DutyState.DRAFT)) {
                cases.fire(shift.id, PUBLISH, context).orRetry();
            }
        }
        return Outcome.done(roster.shifts(district, month));
    }

    /// A shift whose slot is over is done.
    void complete(String id, BusinessDay day) {
        if (cases.find(definition, id).filter(shift -> shift.isOver(day.at())).isPresent()) {
            day.orRetry(cases.fire(id, COMPLETE, day.context()));
        }
    }
}
