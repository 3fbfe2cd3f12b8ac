package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.subsidy.budget.Marks;
import cn.sanming.migrant.subsidy.budget.Purses;
import java.time.Duration;
import java.util.List;
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
/// reserved that was never saved, or was undone, is given back. It hears our own events; a sweep finds what a crash left.
@Component
class Books {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final Purses purses;
    private final Marks marks;
    private final TaskScheduler scheduler;

    Books(MongoTemplate mongo, Purses purses, Marks marks, TaskScheduler scheduler) {
        this.mongo = mongo;
        this.purses = purses;
        this.marks = marks;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(this::sweep, PAUSE);
    }

    @OnEvent("subsidy.application.paid")
    void paid(JsonNode payload, Received event) {
        follow(event.subject());
    }

    @OnEvent("subsidy.application.suspended")
    void suspended(JsonNode payload, Received event) {
        follow(event.subject());
    }

    private void follow(String id) {
        var application = mongo.findById(id, SubsidyApplication.class);
        var reserved = application == null ? null : application.reservation();
        if (reserved != null) {
            purses.open(reserved.budget(), id).ifPresent(this::check);
            if (reserved.cap() != null) {
                purses.open(reserved.cap(), id).ifPresent(this::check);
            }
            marks.open(id).forEach(this::check);
        }
    }

    /// Looks at every reservation that is not paid yet.
    void sweep() {
        purses.open().forEach(this::check);
        marks.open().forEach(this::check);
    }

    private void check(Purses.Open open) {
        switch (standing(open.purse(), open.claim())) {
            case APPROVED -> {}
            case PAID -> purses.settle(open.purse(), open.claim());
            case ORPHAN -> purses.release(open.purse(), open.claim(), open.token());
        }
    }

    private void check(Marks.Open open) {
        switch (standing(open.mark(), open.claim())) {
            case APPROVED -> {}
            case PAID -> marks.settle(open.claim());
            case ORPHAN -> marks.release(open.mark(), open.claim(), open.token());
        }
    }

    private enum Standing {
        APPROVED,
        PAID,
        ORPHAN
    }

    /// An approval that is still under way has read the application before: raising its version makes that approval start
    /// anew and reserve anew, so that nothing is taken from under it.
    private Standing standing(String purseOrMark, String claim) {
        var application = mongo.findById(claim, SubsidyApplication.class);
        if (application == null) {
            return Standing.ORPHAN;
        }
        if (application.standsBehind(purseOrMark)) {
            return application.file().is(State.APPROVED) ? Standing.APPROVED : Standing.PAID;
        }
        var seen = Query.query(
                Criteria.where("_id").is(claim).and("version").is(application.version()));
        var fenced = mongo.updateFirst(seen, new Update().inc("version", 1), SubsidyApplication.class);
        return fenced.getModifiedCount() == 1 ? Standing.ORPHAN : Standing.APPROVED;
    }

    /// The money of an application has been received back; told again, it changes nothing.
    void giveBack(SubsidyApplication application) {
        var reserved = application.reservation();
        if (reserved == null) {
            return;
        }
        var id = application.id();
        var all = reserved.cap() == null ? List.of(reserved.budget()) : List.of(reserved.budget(), reserved.cap());
        for (var purse : all) {
            purses.settle(purse, id);
            purses.giveBack(purse, id, reserved.amount());
        }
        marks.giveBack(id);
    }
}
