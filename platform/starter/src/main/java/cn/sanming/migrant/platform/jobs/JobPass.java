package cn.sanming.migrant.platform.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// Goes once through what is due, case by case. Ids come in pages, so that no cursor is open while cases are
/// written and the memory needed does not grow with the cases.
final class JobPass {

    private static final Logger LOG = LoggerFactory.getLogger(JobPass.class);
    static final int PAGE = 1_000;
    /// Stands for all cases of a step whose cases could not be found.
    static final String WHOLE_STEP = "*";

    private final MongoTemplate mongo;
    private final ParkedCases parkedCases;
    private final JobMetrics metrics;
    private final DueWork job;
    private final BooleanSupplier mayGoOn;
    private final List<String> handled = new ArrayList<>(PAGE);
    private int succeeded;
    private int failed;

    /// The lease was lost or the service stops; the date is begun again later, by whoever has the lease then.
    static final class Interrupted extends RuntimeException {
        Interrupted() {
            super("interrupted");
        }
    }

    private record CaseId(@Id String id) {}

    /// @param mayGoOn asked before each case
    JobPass(MongoTemplate mongo, ParkedCases parkedCases, JobMetrics metrics, DueWork job, BooleanSupplier mayGoOn) {
        this.mongo = mongo;
        this.parkedCases = parkedCases;
        this.metrics = metrics;
        this.job = job;
        this.mayGoOn = mayGoOn;
    }

    /// Everything that is due on a date, and then what is parked and was not tried just now.
    JobResult through(LocalDate date, Instant begun) {
        for (var step : job.steps()) {
            through(step, BusinessDay.of(job, date));
        }
        everyParked(known -> {
            if (known.lastTriedAt().isBefore(begun)) {
                again(known);
            }
        });
        return result();
    }

    /// What is parked and whose pause is over.
    JobResult retry() {
        for (var due = parkedCases.due(job.name(), PAGE); !due.isEmpty(); due = parkedCases.due(job.name(), PAGE)) {
            int before = succeeded + failed;
            due.forEach(this::again);
            unpark();
            if (succeeded + failed == before) {
                break; // they belong to steps that are gone
            }
        }
        return result();
    }

    JobResult retry(ParkedCase parked) {
        again(parked);
        return result();
    }

    private JobResult result() {
        unpark();
        return new JobResult(succeeded, failed);
    }

    private void everyParked(Consumer<ParkedCase> work) {
        String after = null;
        for (var page = parkedCases.page(job.name(), after, PAGE);
                !page.isEmpty();
                page = parkedCases.page(job.name(), after, PAGE)) {
            page.forEach(work);
            unpark();
            after = page.getLast().id();
        }
    }

    private void again(ParkedCase parked) {
        var step = job.steps().stream()
                .filter(each -> each.name().equals(parked.step()))
                .findFirst();
        if (step.isEmpty()) {
            LOG.warn("{} is parked of a step that is gone", parked.id());
            return;
        }
        var day = BusinessDay.of(job, parked.businessDate());
        if (parked.caseId().equals(WHOLE_STEP)) {
            through(step.get(), day);
        } else {
            handle(step.get(), parked.caseId(), day);
        }
    }

    private void through(DueStep step, BusinessDay day) {
        try {
            if (!step.days().test(day.date())) {
                return;
            }
            switch (step.due()) {
                case DueCases.Documents documents -> pages(documents, step, day);
                case DueCases.Listed listed -> {
                    try (Stream<String> ids = listed.ids().apply(day.date())) {
                        ids.forEach(id -> handle(step, id, day));
                    }
                    handled.add(ParkedCase.idOf(job.name(), step.name(), WHOLE_STEP));
                }
                case DueCases.Values values -> {
                    for (var id = next(values, null); id != null; id = next(values, id)) {
                        handle(step, id, day);
                    }
                    handled.add(ParkedCase.idOf(job.name(), step.name(), WHOLE_STEP));
                }
                case DueCases.WholeDate _ -> handle(step, WHOLE_STEP, day);
            }
        } catch (Interrupted | DataAccessResourceFailureException | TransientDataAccessException e) {
            throw e; // nothing of this date's; it is not done
        } catch (RuntimeException e) {
            park(step, WHOLE_STEP, day, e);
        }
        unpark();
    }

    private void pages(DueCases.Documents documents, DueStep step, BusinessDay day) {
        String after = null;
        for (var page = page(documents, day.date(), after);
                !page.isEmpty();
                page = page(documents, day.date(), after)) {
            page.forEach(due -> handle(step, due.id(), day));
            unpark();
            after = page.getLast().id();
        }
        handled.add(ParkedCase.idOf(job.name(), step.name(), WHOLE_STEP));
    }

    /// The next value, found by the index without reading what lies between.
    private @Nullable String next(DueCases.Values values, @Nullable String after) {
        var field = values.field();
        var query = Query.query(Criteria.where(field).gt(after == null ? "" : after))
                .with(Sort.by(field))
                .limit(1);
        query.fields().include(field).exclude("_id");
        var found = new AtomicReference<String>();
        mongo.executeQuery(
                query,
                mongo.getCollectionName(values.type()),
                document -> found.set(document.getEmbedded(List.of(field.split("\\.")), String.class)));
        return found.get();
    }

    private List<CaseId> page(DueCases.Documents documents, LocalDate date, @Nullable String after) {
        var due = documents.due().apply(date);
        var query = Query.query(after == null ? due : due.and("_id").gt(after))
                .with(Sort.by("_id"))
                .limit(PAGE);
        query.fields().include("_id");
        return mongo.query(documents.type()).as(CaseId.class).matching(query).all();
    }

    private void handle(DueStep step, String caseId, BusinessDay day) {
        if (!mayGoOn.getAsBoolean()) {
            throw new Interrupted();
        }
        try {
            step.handler().handle(caseId, day);
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            park(step, caseId, day, e);
            return;
        }
        succeeded++;
        handled.add(ParkedCase.idOf(job.name(), step.name(), caseId));
        if (handled.size() >= PAGE) {
            unpark();
        }
    }

    private void park(DueStep step, String caseId, BusinessDay day, Throwable why) {
        metrics.failed(job.name());
        var parked = parkedCases.park(job, step, caseId, day.date(), why);
        failed++;
        LOG.error(
                "job {} of {} parked {} of {}: {} at {}, try {}",
                job.name(),
                day.date(),
                caseId,
                step.name(),
                parked.reason(),
                Optional.ofNullable(parked.place()).orElse("?"),
                parked.tries());
    }

    private void unpark() {
        parkedCases.unpark(handled);
        handled.clear();
    }
}
