package cn.sanming.migrant.community.school.known.client;

import cn.sanming.migrant.community.school.known.PensionAnswers;
import cn.sanming.migrant.platform.calls.DepartmentClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;

/// Asks for the months of pension insurance; while the department is silent its last answer counts, and without one
/// nobody knows, so that the family is asked for the paper and never refused.
final class PensionClient implements PensionAnswers {

    private static final int MOST = 200;
    private static final Set<String> PENSIONS = Set.of("EMPLOYEE_PENSION", "RESIDENT_PENSION");

    private final WageInsurance wages;
    private final DepartmentClient department;
    private final MongoTemplate mongo;
    private final Clock clock;

    /// The last answer about one person.
    @Document("pension_answers")
    record Kept(@Id String personId, @Nullable Integer months, Instant askedAt) {}

    PensionClient(WageInsurance wages, DepartmentClient department, MongoTemplate mongo, Clock clock) {
        this.wages = wages;
        this.department = department;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Answer monthsOf(String personId) {
        return department.ask(() -> ask(personId), () -> lastOf(personId));
    }

    private Answer ask(String personId) {
        var spells = wages.of(personId, MOST).items().stream()
                .filter(spell -> PENSIONS.contains(spell.scheme()))
                .toList();
        var months = spells.isEmpty()
                ? null
                : Integer.valueOf(spells.stream()
                        .mapToInt(WageInsurance.Spell::monthsPaid)
                        .sum());
        mongo.save(new Kept(personId, months, clock.instant()));
        return new Answer(months, true);
    }

    private Answer lastOf(String personId) {
        var kept = mongo.findById(personId, Kept.class);
        return kept == null ? new Answer(null, false) : new Answer(kept.months(), true);
    }
}
