package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The queue of a legal-aid centre (待办队列): every case that waits for an officer, in the order of rule QUEUE.
@Component
class WaitingLine {

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final QueueOrder order;
    private final AidRules aidRules;

    /// @param place the place in the queue of the district, from 1
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            int place,
            String caseId,
            @Nullable String reference,
            String state,
            String district,
            Matter matter,
            boolean urgent,
            boolean migrant,
            @Nullable String groupId,
            LocalDate submittedOn,
            @Nullable LocalDate reviewBy,
            @Nullable LocalDate assignBy) {}

    WaitingLine(MongoTemplate mongo, RuleBook rules, QueueOrder order, AidRules aidRules) {
        this.mongo = mongo;
        this.rules = rules;
        this.order = order;
        this.aidRules = aidRules;
    }

    /// @param district one county, or none for the whole city
    List<Place> of(@Nullable String district, CommandContext context) {
        var waiting = Criteria.where("file.state").in(AidState.names(AidState.WAITING));
        if (district != null) {
            waiting = waiting.and("file.district").is(district);
        }
        return inOrder(mongo.find(Query.query(waiting).with(Sort.by("_id")), LegalAidCase.class), context);
    }

    /// The places of a worker's own cases, each in the queue of its district.
    List<Place> ofPerson(String personId, CommandContext context) {
        var own = mongo.find(Query.query(Criteria.where("personId").is(personId)), LegalAidCase.class);
        return own.stream()
                .filter(subject -> AidState.WAITING.contains(AidState.valueOf(subject.file.state())))
                .flatMap(subject -> of(subject.file.district(), context).stream()
                        .filter(place -> place.caseId().equals(subject.id)))
                .toList();
    }

    private List<Place> inOrder(List<LegalAidCase> cases, CommandContext context) {
        var byId = cases.stream().collect(Collectors.toMap(LegalAidCase::id, Function.identity()));
        var facts = new QueueOrder.Facts(
                cases.stream().map(subject -> waiting(subject, context)).toList());
        var urgent = facts.waiting().stream()
                .filter(QueueOrder.Waiting::urgent)
                .map(QueueOrder.Waiting::id)
                .collect(Collectors.toSet());
        var places = new ArrayList<Place>();
        for (var id : rules.decide(order, facts).result().order()) {
            var subject = byId.get(id);
            boolean reviewed = subject.grantedOn != null;
            places.add(new Place(
                    places.size() + 1,
                    id,
                    subject.reference,
                    subject.file.state(),
                    String.valueOf(subject.file.district()),
                    subject.matter,
                    urgent.contains(id),
                    subject.migrantWorker,
                    subject.groupId,
                    subject.submittedOn,
                    reviewed ? null : subject.reviewBy,
                    subject.assignBy));
        }
        return places;
    }

    private QueueOrder.Waiting waiting(LegalAidCase subject, CommandContext context) {
        boolean urgent = !subject.raisedBy.isEmpty()
                || subject.urgency != null
                || aidRules.urgency(subject, false, false, context).result().mayProvideInAdvance();
        return new QueueOrder.Waiting(
                subject.id,
                urgent,
                subject.migrantWorker,
                subject.groupId != null,
                subject.file.createdAt().atZone(Dates.ZONE).toOffsetDateTime());
    }
}
