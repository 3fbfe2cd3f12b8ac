package cn.sanming.migrant.community.school;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.time.MonthDay;

/// When a child may enter school (入学年龄): six full years by the cut-off day of the year.
@PolicyRule(id = "SCHOOL_AGE", measure = "M08", zh = "入学年龄", en = "Age of school entry", clause = "义务教育法 art. 11")
public final class SchoolAge implements Rule<SchoolAge.Facts, SchoolAge.Finding> {

    public record Facts(LocalDate birthDate, int schoolYear) {}

    public record Finding(boolean eligible, LocalDate sixthBirthday, int firstEntryYear) {}

    private static final int ENTRY_AGE = 6;

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var cutoff = MonthDay.parse(
                "--" + context.on(LocalDate.of(facts.schoolYear(), 8, 31)).text("edu.entry_cutoff"));
        var sixth = Dates.addYears(facts.birthDate(), ENTRY_AGE);
        var thatYear = cutoff.atYear(sixth.getYear());
        int first = sixth.isAfter(thatYear) ? sixth.getYear() + 1 : sixth.getYear();
        var last = cutoff.atYear(facts.schoolYear());
        var eligible =
                context.step("义务教育法 art. 11", "six years old by the cut-off day", last, sixth, !sixth.isAfter(last));
        return new Finding(eligible, sixth, first);
    }
}
