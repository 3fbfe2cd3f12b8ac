package cn.sanming.migrant.subsidy.business;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Who has finished entrepreneurship training (创业培训) is offered guidance and gets a follow-up plan.
@Component
class TrainingNews {

    private final MongoTemplate mongo;
    private final Clock clock;

    record Completed(String personId, String classId, LocalDate completedOn) {}

    TrainingNews(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @OnEvent(value = "training.entrepreneurship.completed", id = "note-entrepreneurship-training")
    void completed(Completed news, Received event) {
        if (mongo.findById(news.personId(), StartupPlan.class) != null) {
            return;
        }
        var business = mongo.findOne(
                Query.query(Criteria.where("ownerPersonId").is(news.personId())).with(Sort.by("registeredOn")),
                Business.class);
        mongo.save(new StartupPlan(
                news.personId(),
                event.subject(),
                news.classId(),
                news.completedOn(),
                LocalDate.ofInstant(clock.instant(), Dates.ZONE),
                business == null ? null : business.uscc()));
    }
}
