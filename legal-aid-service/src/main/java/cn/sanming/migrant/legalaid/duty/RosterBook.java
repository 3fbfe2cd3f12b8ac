package cn.sanming.migrant.legalaid.duty;

import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The roster of a month in a district (值班表), and what rule DUTY_ROSTER says of it.
@Component
class RosterBook {

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final DutyRoster roster;

    RosterBook(MongoTemplate mongo, RuleBook rules, DutyRoster roster) {
        this.mongo = mongo;
        this.rules = rules;
        this.roster = roster;
    }

    List<DutyShift> shifts(String district, YearMonth month) {
        var ofMonth = Criteria.where("file.district")
                .is(district)
                .and("day")
                .gte(month.atDay(1))
                .lte(month.atEndOfMonth());
        return mongo.find(Query.query(ofMonth).with(Sort.by("day", "_id")), DutyShift.class);
    }

    Slot standardSlot(LocalDate day) {
        return Slot.of(rules.context().on(day).text("legalaid.duty.slot"));
    }

    /// A day has a lawyer when the shifts of that day cover the whole slot; absent lawyers cover nothing.
    Decision<DutyRoster.Finding> decide(String district, YearMonth month) {
        var slot = standardSlot(month.atDay(1));
        var present = shifts(district, month).stream()
                .filter(shift -> !shift.file.is(DutyState.ABSENT))
                .collect(Collectors.groupingBy(
                        shift -> shift.day, Collectors.mapping(shift -> shift.slot, Collectors.toList())));
        var covered = new TreeSet<LocalDate>();
        present.forEach((day, slots) -> {
            if (slot.coveredBy(slots)) {
                covered.add(day);
            }
        });
        return rules.decide(roster, new DutyRoster.Facts(month, DutyDays.of(covered)));
    }
}
