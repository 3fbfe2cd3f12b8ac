package cn.sanming.migrant.gateway.reference;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.CalendarYear;
import cn.sanming.migrant.platform.reference.Division;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.MinimumWage;
import cn.sanming.migrant.platform.reference.MinimumWages;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reads out what every department counts with. Open to everybody, and the same all day: clients may keep it by its
/// ETag.
@RestController
@Tag(name = "基础数据 reference")
@RequestMapping("/api/v1/reference")
class ReferenceController {

    private final Divisions divisions = Divisions.sanming();
    private final MinimumWages wages = MinimumWages.fujian();
    private final WorkingCalendar calendar;
    private final Dictionaries dictionaries;
    private final Clock clock;

    ReferenceController(WorkingCalendar calendar, Dictionaries dictionaries, Clock clock) {
        this.calendar = calendar;
        this.dictionaries = dictionaries;
        this.clock = clock;
    }

    record Items<T>(List<T> items) {}

    /// @param successorOf the abolished code that was asked for
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DivisionView(
            Division division, boolean cityArea, @Nullable String successorOf) {}

    record WageView(String district, LocalDate on, Money monthly, Money hourly) {}

    record Years(Set<Integer> years) {}

    @GetMapping("/divisions")
    @Operation(summary = "县（市、区）列表 / the eleven divisions")
    Items<Division> divisions() {
        return new Items<>(divisions.all());
    }

    @GetMapping("/divisions/{code}")
    @Operation(summary = "按代码查区划，含 2021 年前的旧代码 / one division, former codes included")
    Outcome<DivisionView> division(@PathVariable String code) {
        return divisions
                .find(divisions.current(code))
                .map(found -> Outcome.done(new DivisionView(
                        found, divisions.isCityArea(code), found.code().equals(code) ? null : code)))
                .orElseGet(() -> Outcome.refused(Kind.NOT_FOUND, Reason.of("UNKNOWN_DIVISION")));
    }

    @GetMapping("/minimum-wages")
    @Operation(summary = "福建省历次最低工资标准 / all minimum wages")
    Items<MinimumWage> minimumWages() {
        return new Items<>(wages.all());
    }

    /// @param on the day the work was done; today if left out
    @GetMapping("/minimum-wages/{district}")
    @Operation(summary = "某地某日的最低工资 / the minimum wage of a place and day")
    Outcome<WageView> minimumWage(@PathVariable String district, @RequestParam @Nullable LocalDate on) {
        var day = on == null ? LocalDate.now(clock) : on;
        return divisions
                .find(divisions.current(district))
                .map(found -> Outcome.done(new WageView(
                        found.code(), day, wages.monthly(found.code(), day), wages.hourly(found.code(), day))))
                .orElseGet(() -> Outcome.refused(Kind.NOT_FOUND, Reason.of("UNKNOWN_DIVISION")));
    }

    @GetMapping("/calendar")
    @Operation(summary = "已载入的工作日历年份 / years of the working-day calendar")
    Years years() {
        return new Years(calendar.years());
    }

    @GetMapping("/calendar/{year}")
    @Operation(summary = "一年的放假与调休安排 / days off and make-up working days of a year")
    Outcome<CalendarYear> year(@PathVariable int year) {
        return calendar.years().contains(year)
                ? Outcome.done(calendar.year(year))
                : Outcome.refused(Kind.NOT_FOUND, Reason.of("CALENDAR_MISSING"));
    }

    @GetMapping("/dictionaries")
    @Operation(summary = "字典列表 / dictionaries")
    Items<Dictionaries.DictionaryCard> dictionaries() {
        return new Items<>(dictionaries.cards());
    }

    @GetMapping("/dictionaries/{name}")
    @Operation(summary = "一个字典 / one dictionary")
    Outcome<Dictionaries.Dictionary> dictionary(@PathVariable String name) {
        return dictionaries
                .find(name)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Kind.NOT_FOUND, Reason.of("UNKNOWN_DICTIONARY")));
    }
}
