package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What legal aid makes of the wage department's news (联动): raise, suggest withdrawal, note a recognised injury.
@Component
class AidReactions {

    private final AidDesk desk;
    private final MongoTemplate mongo;
    private final ArrearsBook arrears;
    private final Clock clock;

    record Defaulted(String employerUscc) {}

    record Cleared(String employerUscc) {}

    record Recognised(String personId, String employerUscc) {}

    AidReactions(AidDesk desk, MongoTemplate mongo, ArrearsBook arrears, Clock clock) {
        this.desk = desk;
        this.mongo = mongo;
        this.arrears = arrears;
        this.clock = clock;
    }

    /// Whoever waits for money of an employer that ignores an order to pay goes to the front of the queue.
    @OnEvent(value = "wage.order.defaulted", id = "raise-aid-after-default")
    void raise(Defaulted order, Received event) {
        for (var subject : open(order.employerUscc())) {
            if (!subject.raisedBy.contains(event.subject())) {
                desk.enter(subject.id, AidDesk.RAISE, new AidDesk.Raise(event.subject()), event.react(clock.instant()))
                        .orRetry();
            }
        }
    }

    @OnEvent(value = "wage.arrears.cleared", id = "suggest-aid-withdrawal")
    void suggestWithdrawal(Cleared cleared, Received event) {
        var owed = arrears.owedUpTo(event.subject(), event.sequence());
        for (var subject : open(cleared.employerUscc())) {
            if (subject.matter == Matter.LABOUR_PAY
                    && owed.contains(subject.personId)
                    && subject.withdrawalSuggestedOn == null) {
                desk.enter(subject.id, AidDesk.SUGGEST_WITHDRAWAL, new Nothing(), event.react(clock.instant()))
                        .orRetry();
            }
        }
    }

    @OnEvent(value = "wage.injury.recognised", id = "link-recognised-injury-to-aid")
    void recognise(Recognised injury, Received event) {
        for (var subject : open(injury.employerUscc())) {
            if (subject.matter == Matter.WORK_INJURY_DAMAGES
                    && subject.personId.equals(injury.personId())
                    && !subject.injuryIds.contains(event.subject())) {
                var news = new AidDesk.Recognised(event.subject());
                desk.enter(subject.id, AidDesk.RECOGNISE_INJURY, news, event.react(clock.instant()))
                        .orRetry();
            }
        }
    }

    private List<LegalAidCase> open(String employerUscc) {
        var ofEmployer = Query.query(Criteria.where("employerUscc").is(employerUscc));
        return mongo.find(ofEmployer, LegalAidCase.class).stream()
                .filter(LegalAidCase::isOpen)
                .toList();
    }
}
