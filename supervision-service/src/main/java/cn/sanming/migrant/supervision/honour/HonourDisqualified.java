package cn.sanming.migrant.supervision.honour;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands against an honour (一票否决): a criminal record, a listed employer one answers for, not being a migrant
/// worker, the same title a short while ago; M21.3. What is not said does not stand against anybody.
@PolicyRule(
        id = "HONOUR_DISQUALIFIED",
        measure = "M21",
        zh = "“优秀农民工”评选否决情形",
        en = "Facts that exclude from the honour",
        clause = "M21.3; M15.7")
final class HonourDisqualified implements Rule<HonourDisqualified.Facts, HonourDisqualified.Finding> {

    /// @param criminalRecord a record in the last years, where the day is not known
    /// @param on             the day of the nomination or review; today if not said
    record Facts(
            @Nullable Boolean personIsLegalRepresentativeOfListedEmployer,
            @Nullable Boolean personIsResponsiblePersonOfListedEmployer,
            @Nullable Boolean criminalRecord,
            @Nullable LocalDate criminalRecordOn,
            @Nullable Boolean migrantWorker,
            @Nullable LocalDate lastTitleOn,
            @Nullable LocalDate on) {}

    /// @param error the first of the reasons
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(boolean accepted, @Nullable String error, List<String> reasons) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.on() == null ? context.today() : facts.on();
        var figures = context.on(on);
        var reasons = new ArrayList<String>();
        var criminalYears = figures.integer("supervision.honour.criminal_years");
        var record = facts.criminalRecordOn();
        var criminal = Boolean.TRUE.equals(facts.criminalRecord())
                || record != null && Dates.addYears(record, criminalYears).isAfter(on);
        if (!context.step("M21.3", "no criminal record in the last years", criminalYears, record, !criminal)) {
            reasons.add("DISQUALIFIED_CRIMINAL");
        }
        var listed = Boolean.TRUE.equals(facts.personIsLegalRepresentativeOfListedEmployer())
                || Boolean.TRUE.equals(facts.personIsResponsiblePersonOfListedEmployer());
        if (!context.step("M15.7", "answers for no employer on the list", false, listed, !listed)) {
            reasons.add("DISQUALIFIED_BLACKLIST");
        }
        var stranger = Boolean.FALSE.equals(facts.migrantWorker());
        if (!context.step("M21.3", "is a migrant worker", true, facts.migrantWorker(), !stranger)) {
            reasons.add("NOT_MIGRANT_WORKER");
        }
        var repeatYears = figures.integer("supervision.honour.repeat_years");
        var last = facts.lastTitleOn();
        var again = last != null && Dates.addYears(last, repeatYears).isAfter(on);
        if (!context.step("M21.3", "the same title not within years", repeatYears, last, !again)) {
            reasons.add("DUPLICATE");
        }
        return new Finding(reasons.isEmpty(), reasons.isEmpty() ? null : reasons.getFirst(), List.copyOf(reasons));
    }
}
