package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.training.appraisal.SkillRegister;
import cn.sanming.migrant.training.offer.Offer;
import cn.sanming.migrant.training.offer.Offers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Offers open classes of their occupations to the newly unemployed, and an appraisal to those who completed a class.
@Component
class ClassOffers implements DueWork {

    private final MongoTemplate mongo;
    private final Offers offers;
    private final SkillRegister skills;

    record Registered(String personId, List<String> occupationCodes) {}

    record Completed(String personId, String classId, ClassKind kind, String occupationCode) {}

    ClassOffers(MongoTemplate mongo, Offers offers, SkillRegister skills) {
        this.mongo = mongo;
        this.offers = offers;
        this.skills = skills;
    }

    @OnEvent(value = "job.unemployment.registered", id = "offer-classes-to-unemployed")
    void offerClasses(Registered payload, Received event) {
        var open = Criteria.where("plan.occupationCode")
                .in(payload.occupationCodes())
                .and("file.state")
                .is(TrainingClass.State.OPEN.name());
        for (var course : mongo.find(Query.query(open), TrainingClass.class)) {
            var enrolment = TrainingEnrolment.idOf(course.id(), payload.personId());
            if (mongo.findById(enrolment, TrainingEnrolment.class) == null) {
                offers.make(
                        Offer.Kind.CLASS,
                        payload.personId(),
                        course.id(),
                        course.plan().occupationCode(),
                        course.plan().targetLevel(),
                        dayOf(event),
                        event.id());
            }
        }
    }

    /// The matching level: what the class trained for, else the one above the best certificate held.
    @OnEvent(value = "training.enrolment.completed", id = "offer-appraisal")
    void offerAppraisal(Completed payload, Received event) {
        if (!payload.kind().counts()) {
            return;
        }
        var course = mongo.findById(payload.classId(), TrainingClass.class);
        int next = skills.nextLevel(payload.personId(), payload.occupationCode());
        var wanted = course == null ? null : course.plan().targetLevel();
        int level = wanted == null ? next : wanted;
        if (level <= next && level > 0) {
            offers.make(
                    Offer.Kind.APPRAISAL,
                    payload.personId(),
                    event.subject(),
                    payload.occupationCode(),
                    level,
                    dayOf(event),
                    event.id());
        }
    }

    private static LocalDate dayOf(Received event) {
        return LocalDate.ofInstant(event.time(), Dates.ZONE);
    }

    @Override
    public String name() {
        return "lapse-class-offers";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 40);
    }

    /// Offers of classes that no longer take anybody lapse.
    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "lapse",
                TrainingClass.class,
                List.of(TrainingClass.State.COMPLETED, TrainingClass.State.CANCELLED),
                (id, _) -> offers.lapse(List.of(id))));
    }
}
