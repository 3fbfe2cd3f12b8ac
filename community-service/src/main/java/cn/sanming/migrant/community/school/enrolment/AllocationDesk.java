package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentAllocation;
import cn.sanming.migrant.community.school.EnrolmentAllocation.State;
import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.community.school.SeatBook;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Gives out the places of a county, year and stage (学位分配) when publicity is over: the children of the catchment
/// first, then by points; who finds no seat waits in order and the officer has it before them.
@Component
class AllocationDesk {

    /// A seat taken so recently may belong to an enrolment that is just being saved.
    private static final Duration SETTLED = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final EnrolmentAllocation allocation;
    private final EnrolmentDesk desk;
    private final Placing placing;
    private final SchoolDesk schools;
    private final SeatBook seats;

    AllocationDesk(
            MongoTemplate mongo,
            RuleBook rules,
            EnrolmentAllocation allocation,
            EnrolmentDesk desk,
            Placing placing,
            SchoolDesk schools,
            SeatBook seats) {
        this.mongo = mongo;
        this.rules = rules;
        this.allocation = allocation;
        this.desk = desk;
        this.placing = placing;
        this.schools = schools;
        this.seats = seats;
    }

    /// Can run twice: who was placed is no longer in the ranking, and the seats they took are no longer free.
    void run(LocalDate date, CommandContext context) {
        releaseForgotten(context);
        due(date).forEach((group, ones) -> place(group, ones, context));
    }

    private Map<String, List<SchoolEnrolment>> due(LocalDate date) {
        var waiting = Query.query(Criteria.where("file.state").is(EnrolmentState.PUBLICISED.name()));
        return mongo.find(waiting, SchoolEnrolment.class).stream()
                .filter(one -> one.placedFrom != null && !one.placedFrom.isAfter(date))
                .collect(Collectors.groupingBy(one -> one.group, TreeMap::new, Collectors.toList()));
    }

    private void place(String group, List<SchoolEnrolment> ones, CommandContext context) {
        int waiting = 0;
        for (var channel : Channel.values()) {
            var ranked = ones.stream().filter(one -> one.channel == channel).toList();
            if (!ranked.isEmpty()) {
                waiting = place(group, channel, ranked, waiting, context);
            }
        }
    }

    private int place(String group, Channel channel, List<SchoolEnrolment> ones, int before, CommandContext context) {
        var first = ones.getFirst();
        var open = schools.open(first.district(), first.stage);
        var facts = new EnrolmentAllocation.Facts(
                ones.stream().map(AllocationDesk::entry).toList(), seats.free(open, first.schoolYear));
        var finding = rules.decide(allocation, facts).result();
        keep(group, channel, facts, finding, ones, context);
        int waiting = before;
        var known = new HashMap<String, SchoolEnrolment>();
        ones.forEach(one -> known.put(one.id, one));
        for (var row : finding.result().entrySet()) {
            var school = row.getValue().school();
            if (school != null) {
                desk.fire(row.getKey(), commandFor(row.getValue().state()), new Placing.Placement(school), context);
                continue;
            }
            waiting++;
            var position = known.get(row.getKey()).waitingPosition;
            if (position == null || position != waiting) {
                desk.fire(row.getKey(), "await_seat", new Placing.Turn(waiting), context);
            }
        }
        return waiting;
    }

    private static String commandFor(State state) {
        return state == State.ADMITTED ? "admit" : "coordinate";
    }

    /// Nights on which nothing changes leave no trace.
    private void keep(
            String group,
            Channel channel,
            EnrolmentAllocation.Facts facts,
            EnrolmentAllocation.Finding finding,
            List<SchoolEnrolment> ones,
            CommandContext context) {
        var placed = finding.result().values().stream().anyMatch(row -> row.school() != null);
        if (placed || ones.stream().anyMatch(one -> one.waitingPosition == null)) {
            mongo.insert(new AllocationRun(
                    Ids.next("al"),
                    group,
                    channel,
                    context.at(),
                    facts,
                    finding,
                    AllocationRun.digest(facts, finding)));
        }
    }

    /// Near home nobody has points: who has lived here longest goes first, then the id.
    private static EnrolmentAllocation.Application entry(SchoolEnrolment one) {
        var total = one.total();
        return new EnrolmentAllocation.Application(
                one.id,
                total == null ? 0 : total,
                total == null ? 0 : one.pensionMonths,
                one.residenceStart == null ? one.submittedOn : one.residenceStart,
                one.preferences);
    }

    /// Seats of children who declined, or of an enrolment that was cut short, are free again.
    private void releaseForgotten(CommandContext context) {
        var settled = context.at().minus(SETTLED);
        for (var row : seats.all()) {
            if (row.taken() != null) {
                row.taken().forEach((enrolment, since) -> {
                    if (since.isBefore(settled) && !placing.holds(enrolment, row.schoolId())) {
                        seats.release(row.schoolId(), row.year(), enrolment);
                    }
                });
            }
        }
    }
}
