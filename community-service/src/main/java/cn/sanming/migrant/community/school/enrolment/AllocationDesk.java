package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentAllocation;
import cn.sanming.migrant.community.school.EnrolmentAllocation.State;
import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.community.school.SeatBook;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
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

    /// The counties, years and stages in which children wait for a place on a date.
    Stream<String> groups(LocalDate date) {
        var waiting = Query.query(due(date));
        waiting.fields().include("group");
        return mongo.query(SchoolEnrolment.class).as(Waiting.class).matching(waiting).all().stream()
                .map(Waiting::group)
                .distinct()
                .sorted();
    }

    private record Waiting(String group) {}

    private static Criteria due(LocalDate date) {
        return Criteria.where("file.state")
                .is(EnrolmentState.PUBLICISED.name())
                .and("placedFrom")
                .lte(date);
    }

    /// Can run twice: who was placed is no longer in the ranking, and the seats they took are no longer free.
    void place(String group, BusinessDay day) {
        var ones = mongo.find(Query.query(due(day.date()).and("group").is(group)), SchoolEnrolment.class);
        if (!ones.isEmpty()) {
            place(group, ones, day);
        }
    }

    private void place(String group, List<SchoolEnrolment> ones, BusinessDay day) {
        int waiting = 0;
        for (var channel : Channel.values()) {
            var ranked = ones.stream().filter(one -> one.channel == channel).toList();
            if (!ranked.isEmpty()) {
                waiting = place(group, channel, ranked, waiting, day);
            }
        }
    }

    private int place(String group, Channel channel, List<SchoolEnrolment> ones, int before, BusinessDay day) {
        var context = day.context();
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
                day.orRetry(desk.fire(
                        row.getKey(), commandFor(row.getValue().state()), new Placing.Placement(school), context));
                continue;
            }
            waiting++;
            var position = known.get(row.getKey()).waitingPosition;
            if (position == null || position != waiting) {
                day.orRetry(desk.fire(row.getKey(), EnrolmentDesk.AWAIT_SEAT, new Placing.Turn(waiting), context));
            }
        }
        return waiting;
    }

    private static Command<SchoolEnrolment, Placing.Placement> commandFor(State state) {
        return state == State.ADMITTED ? EnrolmentDesk.ADMIT : EnrolmentDesk.COORDINATE;
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
    void releaseForgotten(String seatsId, BusinessDay day) {
        var settled = day.at().minus(SETTLED);
        seats.find(seatsId).filter(row -> row.taken() != null).ifPresent(row -> row.taken()
                .forEach((enrolment, since) -> {
                    if (since.isBefore(settled) && !placing.holds(enrolment, row.schoolId())) {
                        seats.release(row.schoolId(), row.year(), enrolment);
                    }
                }));
    }
}
