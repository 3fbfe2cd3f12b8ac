package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The person-times of a year counted from the enrolments themselves (人次复核), to hold against the indicator.
@RestController
class PersonTimesController {

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final TrainingCount count;
    private final TrainingIndicator indicator;

    record PersonTimes(int year, int personTimes, int target, boolean met) {}

    PersonTimesController(MongoTemplate mongo, RuleBook rules, TrainingCount count, TrainingIndicator indicator) {
        this.mongo = mongo;
        this.rules = rules;
        this.count = count;
        this.indicator = indicator;
    }

    @GetMapping("/api/v1/training/person-times")
    PersonTimes count(@RequestParam int year) {
        var inYear = Criteria.where("completedOn")
                .gte(LocalDate.of(year, 1, 1).toString())
                .lte(LocalDate.of(year, 12, 31).toString());
        var completed = mongo.find(Query.query(inYear), TrainingEnrolment.class).stream()
                .map(PersonTimesController::counted)
                .toList();
        int found = rules.decide(count, new TrainingCount.Facts(year, completed))
                .result()
                .personTimes();
        var finding = rules.decide(indicator, new TrainingIndicator.Facts("IND-05-A", found, year))
                .result();
        return new PersonTimes(year, found, finding.target(), finding.met());
    }

    private static TrainingCount.Enrolment counted(TrainingEnrolment enrolment) {
        return new TrainingCount.Enrolment(
                enrolment.personId(),
                enrolment.classId(),
                enrolment.kind(),
                enrolment.file().state(),
                enrolment.completedOn(),
                enrolment.isMigrantWorker());
    }
}
