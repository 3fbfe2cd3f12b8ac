package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.ledger.BudgetLines;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Keeps what is reserved in line with the applications (对账): paid money is booked as spent, and what an approval
/// reserved that was never saved, or was undone, is given back. It hears our own events; a sweep finds what a crash
/// left.
@Component
class ReservationReconciler {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final BudgetLines budgetLines;
    private final GrantUniqueness uniqueness;
    private final TaskScheduler scheduler;

    ReservationReconciler(
            MongoTemplate mongo, BudgetLines budgetLines, GrantUniqueness uniqueness, TaskScheduler scheduler) {
        this.mongo = mongo;
        this.budgetLines = budgetLines;
        this.uniqueness = uniqueness;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(this::sweep, PAUSE);
    }

    @OnEvent(value = "subsidy.application.paid", id = "settle-paid-reservation")
    void paid(JsonNode payload, Received event) {
        follow(event.subject());
    }

    @OnEvent(value = "subsidy.application.suspended", id = "release-suspended-reservation")
    void suspended(JsonNode payload, Received event) {
        follow(event.subject());
    }

    private void follow(String id) {
        var application = mongo.findById(id, SubsidyApplication.class);
        var reserved = application == null ? null : application.reservation();
        if (reserved == null) {
            return;
        }
        var open = new ArrayList<Open>();
        budgetLines.open(reserved.budget(), id).map(this::open).ifPresent(open::add);
        if (reserved.cap() != null) {
            budgetLines.open(reserved.cap(), id).map(this::open).ifPresent(open::add);
        }
        uniqueness.open(id).stream().map(this::open).forEach(open::add);
        check(id, open);
    }

    /// Looks at every reservation that is not paid yet, application by application.
    void sweep() {
        Stream.concat(
                        budgetLines.open().stream().map(this::open),
                        uniqueness.open().stream().map(this::open))
                .collect(Collectors.groupingBy(Open::claim))
                .forEach(this::check);
    }

    /// A reservation that is not paid yet, of money or of what is granted only once.
    private record Open(String what, String claim, Runnable settle, Runnable release) {}

    private Open open(BudgetLines.Open one) {
        return new Open(
                one.budgetLine(),
                one.claim(),
                () -> budgetLines.settle(one.budgetLine(), one.claim()),
                () -> budgetLines.release(one.budgetLine(), one.claim(), one.token()));
    }

    private Open open(GrantUniqueness.Open one) {
        return new Open(
                one.mark(),
                one.claim(),
                () -> uniqueness.settle(one.mark(), one.claim()),
                () -> uniqueness.release(one.mark(), one.claim(), one.token()));
    }

    private void check(String claim, List<Open> open) {
        var application = mongo.findById(claim, SubsidyApplication.class);
        if (application != null && !application.file().is(State.APPROVED)) {
            open.stream().filter(one -> application.standsBehind(one.what())).forEach(one -> one.settle()
                    .run());
        }
        var orphans = open.stream()
                .filter(one -> application == null || !application.standsBehind(one.what()))
                .toList();
        if (!orphans.isEmpty() && (application == null || fenced(application))) {
            orphans.forEach(one -> one.release().run());
        }
    }

    /// An approval that is still under way has read the application before: raising its version makes that approval
    /// start anew and reserve anew, so that nothing is taken from under it.
    private boolean fenced(SubsidyApplication application) {
        var seen = Criteria.where("_id").is(application.id()).and("version").is(application.version());
        return mongo.updateFirst(Query.query(seen), new Update().inc("version", 1), SubsidyApplication.class)
                        .getModifiedCount()
                == 1;
    }

    /// The money of an application has been received back; told again, it changes nothing.
    void giveBack(SubsidyApplication application) {
        var reserved = application.reservation();
        if (reserved == null) {
            return;
        }
        var id = application.id();
        var all = reserved.cap() == null ? List.of(reserved.budget()) : List.of(reserved.budget(), reserved.cap());
        for (var budgetLine : all) {
            budgetLines.settle(budgetLine, id);
            budgetLines.giveBack(budgetLine, id, reserved.amount());
        }
        uniqueness.giveBack(id);
    }
}
