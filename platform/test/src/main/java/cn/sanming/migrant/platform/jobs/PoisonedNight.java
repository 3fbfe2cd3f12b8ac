package cn.sanming.migrant.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.QueryMapper;

/// One night in which each step of each job of a service meets cases that always throw: before all others, among
/// them and after them. The step's own question to the store finds them; the others must be handled all the same.
public final class PoisonedNight {

    private static final String POISON = "poison";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final LocalDate date;
    private final Set<String> ownWay = new HashSet<>();
    private final Map<String, List<String>> inserted = new HashMap<>();

    /// @param date a date on which the steps of the job are due
    private PoisonedNight(MongoTemplate mongo, Clock clock, LocalDate date) {
        this.mongo = mongo;
        this.clock = clock;
        this.date = date;
    }

    /// @return the steps whose poisoned documents failed by themselves; to the others the failure was added
    public static Set<String> passes(Collection<DueWork> jobs, MongoTemplate mongo, Clock clock, LocalDate monday) {
        assertThat(jobs).isNotEmpty();
        var failedByThemselves = new HashSet<String>();
        for (var job : jobs) {
            var night = new PoisonedNight(mongo, clock, monday);
            night.pass(job);
            failedByThemselves.addAll(night.ownWay);
        }
        return failedByThemselves;
    }

    private void pass(DueWork job) {
        var steps = job.steps().stream().map(step -> poisoned(job, step)).toList();
        var poisonedJob = new Poisoned(job, steps);
        MeterRegistry registry = new SimpleMeterRegistry();
        List<DueWork> all = List.of(poisonedJob);
        try (var renewals = Executors.newSingleThreadScheduledExecutor();
                var runner = new JobRunner(
                        all,
                        mongo,
                        new JobLeases(mongo, renewals, JobLeases.LENGTH),
                        new JobMetrics(registry, all, clock.instant()),
                        clock)) {
            assertThat(runner.perform(new JobRunner.Run(poisonedJob, date)))
                    .as("%s: the date is done", job.name())
                    .isTrue();
            assertThat(runner.dates().isDone(job.name(), date)).isTrue();
            var parked = runner.parkedCases().of(job.name(), 1_000);
            for (var step : steps) {
                var expected = step.due() instanceof DueCases.WholeDate ? List.of(JobPass.WHOLE_STEP) : idsFor(step);
                assertThat(parked.stream()
                                .filter(each -> each.step().equals(step.name()))
                                .map(ParkedCase::caseId))
                        .as("%s %s: what always throws is parked, and nothing else", job.name(), step.name())
                        .containsAll(expected)
                        .allMatch(id -> id.contains(POISON) || expected.contains(id));
            }
            assertThat(registry.get("job.parked").tag("job", job.name()).gauge().value())
                    .isEqualTo(parked.size());
            assertThat(registry.get("job.failed")
                            .tag("job", job.name())
                            .counter()
                            .count())
                    .isEqualTo(parked.size());
            assertThat(registry.get("job.last.success")
                            .tag("job", job.name())
                            .gauge()
                            .value())
                    .isEqualTo(clock.instant().getEpochSecond());
            runner.parkedCases().unpark(parked.stream().map(ParkedCase::id).toList());
            runner.dates().forget(job.name(), date);
            inserted.forEach((collection, ids) ->
                    mongo.getCollection(collection).deleteMany(new Document("_id", new Document("$in", ids))));
        }
    }

    /// Sort before, among and after the ids of the house.
    private static List<String> idsFor(DueStep step) {
        return List.of("!poison-" + step.name(), "m-poison-" + step.name(), "~poison-" + step.name());
    }

    private record Poisoned(DueWork job, List<DueStep> steps) implements DueWork {
        @Override
        public String name() {
            return job.name();
        }

        @Override
        public java.time.LocalTime at() {
            return job.at();
        }
    }

    private DueStep poisoned(DueWork job, DueStep step) {
        var due =
                switch (step.due()) {
                    case DueCases.Documents documents -> {
                        idsFor(step).forEach(id -> insert(documents, id));
                        yield documents;
                    }
                    case DueCases.Listed listed ->
                        new DueCases.Listed(day -> Stream.of(
                                        idsFor(step).stream().limit(2),
                                        listed.ids().apply(day),
                                        idsFor(step).stream().skip(2))
                                .flatMap(ids -> ids));
                    case DueCases.Values values -> {
                        idsFor(step)
                                .forEach(id ->
                                        insert(values.type(), new Document("_id", id).append(values.field(), id)));
                        yield values;
                    }
                    case DueCases.WholeDate whole -> whole;
                };
        return new DueStep(step.name(), due, (id, day) -> {
                    if (!id.contains(POISON) && !id.equals(JobPass.WHOLE_STEP)) {
                        step.handler().handle(id, day);
                        return;
                    }
                    try {
                        step.handler().handle(id, day);
                    } catch (RuntimeException e) {
                        ownWay.add(job.name() + ' ' + step.name());
                        throw e;
                    }
                    throw new IllegalStateException(POISON);
                })
                .on(step.days());
    }

    /// A document that the question finds and that nothing can be read from.
    private void insert(DueCases.Documents documents, String id) {
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(documents.type());
        var question = new QueryMapper(mongo.getConverter())
                .getMappedObject(documents.due().apply(date).getCriteriaObject(), entity);
        var document = new Document("_id", id);
        satisfy(question, document);
        for (var index : mongo.indexOps(documents.type()).getIndexInfo()) {
            if (index.isUnique()) {
                index.getIndexFields().stream()
                        .filter(field -> !field.getKey().equals("_id"))
                        .filter(field ->
                                document.getEmbedded(List.of(field.getKey().split("\\.")), Object.class) == null)
                        .forEach(field -> put(document, field.getKey(), id));
            }
        }
        entity.forEach(property -> {
            var simple = mongo.getConverter().getCustomConversions().isSimpleType(property.getType())
                    && property.getType() != String.class;
            if ((simple || property.getType().isEnum() || property.getType().isPrimitive())
                    && !document.containsKey(property.getFieldName())
                    && !question.containsKey(property.getFieldName())) {
                document.append(property.getFieldName(), new Document(POISON, true));
            }
        });
        insert(documents.type(), document);
    }

    private void insert(Class<?> type, Document document) {
        var collection = mongo.getCollectionName(type);
        mongo.getCollection(collection).insertOne(document);
        inserted.computeIfAbsent(collection, _ -> new ArrayList<>()).add(document.getString("_id"));
    }

    private static void satisfy(Document question, Document document) {
        question.forEach((field, asked) -> {
            switch (field) {
                case "$and" -> parts(asked).forEach(part -> satisfy(part, document));
                case "$or" -> satisfy(parts(asked).getFirst(), document);
                default -> {
                    var value = valueFor(asked);
                    if (value != null) {
                        put(document, field, value);
                    }
                }
            }
        });
    }

    private static List<Document> parts(Object asked) {
        var parts = new ArrayList<Document>();
        ((Collection<?>) asked).forEach(part -> parts.add((Document) part));
        return parts;
    }

    private static @Nullable Object valueFor(@Nullable Object asked) {
        if (!(asked instanceof Document operators)) {
            return asked;
        }
        var operator = operators.entrySet().iterator().next();
        return switch (operator.getKey()) {
            case "$in" -> ((Collection<?>) operator.getValue()).iterator().next();
            case "$lte", "$gte" -> operator.getValue();
            case "$lt" -> beside(operator.getValue(), -1);
            case "$gt" -> beside(operator.getValue(), 1);
            case "$exists" -> Boolean.TRUE.equals(operator.getValue()) ? POISON : null;
            default -> throw new AssertionError("no answer to " + operators);
        };
    }

    private static Object beside(Object value, int step) {
        return switch (value) {
            case String day -> LocalDate.parse(day).plusDays(step).toString();
            case Integer number -> number + step;
            default -> throw new AssertionError("nothing beside " + value);
        };
    }

    private static void put(Document document, String path, Object value) {
        var steps = path.split("\\.");
        var inner = document;
        for (int i = 0; i < steps.length - 1; i++) {
            inner = (Document) inner.computeIfAbsent(steps[i], _ -> new Document());
        }
        inner.append(steps[steps.length - 1], value);
    }
}
