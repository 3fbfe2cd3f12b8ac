package cn.sanming.migrant.job.collection;

import cn.sanming.migrant.job.employer.Employer;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One employer asked in one round (征集通知), through which door, and what it said through which.
///
/// @param reported  vacancies it named in its answer; @param published vacancies of it that were published meanwhile
@Document("collection-requests")
@CompoundIndex(def = "{'roundId': 1, 'employerUscc': 1}")
@CompoundIndex(def = "{'employerUscc': 1, 'askedOn': 1}")
record CollectionRequest(
        @Id String id,
        @Version @Nullable Long version,
        String roundId,
        String employerUscc,
        @Nullable String district,
        LocalDate askedOn,
        Employer.Reach askedBy,
        @Nullable LocalDate answeredOn,
        Employer.@Nullable Reach answeredBy,
        @Nullable Answer answer,
        int reported,
        List<String> published) {

    /// What an employer can say.
    enum Answer {
        VACANCIES,
        NO_NEED
    }

    static String idOf(String roundId, String employerUscc) {
        return Ids.of("cq", roundId, employerUscc);
    }

    static CollectionRequest asked(CollectionRound round, Employer employer, LocalDate on) {
        return new CollectionRequest(
                idOf(round.id(), employer.uscc()),
                null,
                round.id(),
                employer.uscc(),
                employer.district(),
                on,
                employer.reach(),
                null,
                null,
                null,
                0,
                List.of());
    }

    CollectionRequest answered(Answer said, int vacancies, Employer.Reach by, LocalDate on) {
        return with(on, by, said, vacancies, published);
    }

    /// A vacancy of the employer was published: that is an answer, too, through the door it came in by.
    CollectionRequest published(String vacancyId, Employer.Reach by, LocalDate on) {
        if (published.contains(vacancyId)) {
            return this;
        }
        var more = new ArrayList<>(published);
        more.add(vacancyId);
        var first = answeredOn == null;
        return with(first ? on : answeredOn, first ? by : answeredBy, Answer.VACANCIES, reported, more);
    }

    /// What came of it: vacancies that exist count before vacancies that were announced.
    int vacancies() {
        return Math.max(reported, published.size());
    }

    private CollectionRequest with(
            @Nullable LocalDate on, Employer.@Nullable Reach by, Answer said, int vacancies, List<String> offered) {
        return new CollectionRequest(
                id,
                version,
                roundId,
                employerUscc,
                district,
                askedOn,
                askedBy,
                on,
                by,
                said,
                vacancies,
                List.copyOf(offered));
    }
}
