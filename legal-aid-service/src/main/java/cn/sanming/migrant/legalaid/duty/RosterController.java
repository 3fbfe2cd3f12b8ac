package cn.sanming.migrant.legalaid.duty;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Body;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The roster of a month over HTTP: seen by officers and lawyers, filled and published as a whole by officers.
@RestController
@RequestMapping("/api/v1/legal-aid/duty-roster/{month}")
class RosterController {

    private final RosterBook roster;
    private final DutyDesk desk;

    record Month(
            YearMonth month,
            String district,
            boolean publishable,
            List<LocalDate> gaps,
            List<LocalDate> restDaysOfTheMonth,
            List<DutyShift.View> shifts) {}

    RosterController(RosterBook roster, DutyDesk desk) {
        this.roster = roster;
        this.desk = desk;
    }

    @GetMapping
    Outcome<Month> month(
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable String district,
            CommandContext context) {
        return with(district, List.of("LEGAL_AID_OFFICER", "LAWYER"), context, here -> Outcome.done(view(here, month)));
    }

    @PostMapping("/fill")
    Outcome<Month> fill(
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable String district,
            @Body DutyDesk.Rotation rotation,
            CommandContext context) {
        return with(district, List.of("LEGAL_AID_OFFICER"), context, here -> {
            desk.fill(here, month, rotation, context);
            return Outcome.done(view(here, month));
        });
    }

    @PostMapping("/publish")
    Outcome<Month> publish(
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable String district,
            CommandContext context) {
        return with(district, List.of("LEGAL_AID_OFFICER"), context, here -> desk.publish(here, month, context)
                .map(_ -> view(here, month)));
    }

    private interface InDistrict {
        Outcome<Month> answer(String district);
    }

    private static Outcome<Month> with(
            @Nullable String asked, List<String> roles, CommandContext context, InDistrict work) {
        var district = asked == null ? DutyDesk.districtOf(context) : asked;
        if (!context.actor().hasAny(roles)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE").required(roles, context.actor().roles()));
        }
        return context.actor().mayActIn(district)
                ? work.answer(district)
                : Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
    }

    private Month view(String district, YearMonth month) {
        var found = roster.decide(district, month).result();
        return new Month(
                month,
                district,
                found.publishable(),
                found.gaps(),
                found.restDaysOfTheMonth(),
                roster.shifts(district, month).stream().map(DutyShift.View::of).toList());
    }
}
