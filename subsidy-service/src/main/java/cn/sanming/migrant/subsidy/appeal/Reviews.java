package cn.sanming.migrant.subsidy.appeal;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.subsidy.approval.ApplicationDesk;
import cn.sanming.migrant.subsidy.claim.Ruling;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The decisions on applications as an appeal sees them (复核): which one stands, who took part, and the way back to
/// a review by other people. What is refused stays refused: the same claim is reviewed again under a new number.
@Component
public class Reviews {

    private static final List<String> HANDLING = List.of("accept", "review_pass", "reject", "approve");

    private final MongoTemplate mongo;
    private final Cases cases;
    private final ApplicationDesk desk;

    /// @param number the decision that stands, 0 if none was taken yet
    /// @param open   whether a review can still change it
    /// @param by     who took part in handling the application
    public record Standing(
            String applicationId,
            String applicantId,
            @Nullable String district,
            int number,
            @Nullable LocalDate decidedOn,
            boolean open,
            Set<String> by) {}

    Reviews(MongoTemplate mongo, Cases cases, ApplicationDesk desk) {
        this.mongo = mongo;
        this.cases = cases;
        this.desk = desk;
    }

    public Optional<Standing> of(String applicationId) {
        return Optional.ofNullable(mongo.findById(applicationId, SubsidyApplication.class))
                .map(Reviews::standing);
    }

    private static Standing standing(SubsidyApplication application) {
        var latest = application.rulings().latest();
        return new Standing(
                application.id(),
                application.applicantId(),
                application.file().district(),
                latest.map(Ruling::number).orElse(0),
                latest.map(Ruling::decidedOn).orElse(null),
                application.file().is(State.REJECTED, State.PUBLICISED),
                handledBy(application));
    }

    private static Set<String> handledBy(SubsidyApplication application) {
        return application.file().history().stream()
                .filter(entry -> HANDLING.contains(entry.command()))
                .map(CaseFile.Entry::by)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Leads back to a review by other people: during publicity the application itself, after a refusal its
    /// successor. Repeated, it finds what it did.
    ///
    /// @return the application that is reviewed, or why there is none
    public Outcome<String> again(String applicationId, String appealId, String reason, CommandContext context) {
        var application = mongo.findById(applicationId, SubsidyApplication.class);
        if (application == null) {
            return Outcome.notFound();
        }
        var barred = handledBy(application);
        return application.file().is(State.REJECTED)
                ? succeed(application, appealId, barred, context)
                : reopen(application, reason, barred, context);
    }

    private Outcome<String> succeed(
            SubsidyApplication refused, String appealId, Set<String> barred, CommandContext context) {
        var id = Ids.of("sa", appealId);
        try {
            mongo.insert(refused.again(id, appealId, barred, context));
        } catch (DuplicateKeyException _) {
            return Outcome.done(id);
        }
        return Outcome.done(id);
    }

    private Outcome<String> reopen(
            SubsidyApplication application, String reason, Set<String> barred, CommandContext context) {
        var id = application.id();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id).and("file.state").is(State.PUBLICISED.name())),
                new Update().addToSet("rulings.barred").each(barred.toArray()),
                SubsidyApplication.class);
        var outcome = cases.fire(id, ApplicationDesk.OBJECT, new Command.Because(reason), context);
        return switch (outcome) {
            case Outcome.Done<SubsidyApplication> _, Outcome.Created<SubsidyApplication> _ -> Outcome.done(id);
            case Outcome.Refused<SubsidyApplication>(Refusal refusal) ->
                application.file().is(State.ACCEPTED) ? Outcome.done(id) : new Outcome.Refused<>(refusal);
        };
    }
}
