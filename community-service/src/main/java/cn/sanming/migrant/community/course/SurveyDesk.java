package cn.sanming.migrant.community.course;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Asks workers what they want to learn and makes the course plan out of it (按需开课).
@Component
class SurveyDesk {

    private static final String PATH = "/api/v1/community/need-surveys";

    private final MongoTemplate mongo;
    private final RuleBook rules;

    record NewSurvey(
            String district,
            @Min(2020) @Max(2100) int year,
            @NotEmpty @Size(max = 30) List<@NotBlank String> topics,
            LocalDate openUntil) {}

    record Choice(@NotEmpty List<String> topics) {}

    /// A topic, the votes for it and the courses that already follow it.
    record Wish(String topic, long votes, long courses) {}

    /// The topics, the most wanted first: the order in which courses are planned.
    record Plan(String surveyId, String district, int year, LocalDate openUntil, int voters, List<Wish> wishes) {}

    SurveyDesk(MongoTemplate mongo, RuleBook rules) {
        this.mongo = mongo;
        this.rules = rules;
    }

    Outcome<NeedSurvey> open(NewSurvey body, CommandContext context) {
        if (!context.actor().has("UNION_OFFICER")) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required("UNION_OFFICER", context.actor().roles()));
        }
        var district = Divisions.sanming().current(body.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var id = Ids.of("ns", district, Integer.toString(body.year()));
        var topics = body.topics().stream().map(String::strip).distinct().toList();
        try {
            var survey = mongo.insert(new NeedSurvey(id, null, district, body.year(), topics, body.openUntil()));
            return Outcome.created(survey, PATH + '/' + id);
        } catch (DuplicateKeyException _) {
            return Outcome.duplicate(PATH + '/' + id);
        }
    }

    /// One vote per person and survey, for a few of its topics, until its last day.
    Outcome<Plan> vote(String id, Choice body, CommandContext context) {
        var worker = context.actor().workerId();
        if (worker == null) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required("WORKER", context.actor().roles()));
        }
        var survey = mongo.findById(id, NeedSurvey.class);
        if (survey == null) {
            return Outcome.notFound();
        }
        var choice = body.topics().stream().distinct().toList();
        int most = rules.context().on(context.today()).integer("culture.survey_topics");
        var guards = Verdict.guards()
                .require(
                        !context.today().isAfter(survey.openUntil()),
                        Reason.of("SURVEY_OVER").required(survey.openUntil(), context.today()))
                .require(
                        choice.size() <= most,
                        Reason.at("/topics", "TOO_MANY_TOPICS").required(most, choice.size()))
                .require(
                        survey.topics().containsAll(choice),
                        Reason.at("/topics", "UNKNOWN_TOPIC").required(survey.topics(), choice));
        if (guards.verdict() instanceof Verdict.Refused(Refusal refusal)) {
            return Outcome.refused(refusal);
        }
        mongo.save(new NeedSurvey.Vote(Ids.of("nv", id, worker), id, choice));
        return Outcome.done(planOf(survey));
    }

    Outcome<Plan> plan(String id) {
        var survey = mongo.findById(id, NeedSurvey.class);
        return survey == null ? Outcome.notFound() : Outcome.done(planOf(survey));
    }

    List<NeedSurvey> of(@Nullable String district) {
        var query = district == null
                ? new Query()
                : Query.query(Criteria.where("district").is(Divisions.sanming().current(district)));
        return mongo.find(query.with(Sort.by("_id")).limit(200), NeedSurvey.class);
    }

    private Plan planOf(NeedSurvey survey) {
        var votes = mongo.find(Query.query(Criteria.where("surveyId").is(survey.id())), NeedSurvey.Vote.class);
        var wishes = survey.topics().stream()
                .map(topic -> new Wish(
                        topic,
                        votes.stream()
                                .filter(vote -> vote.topics().contains(topic))
                                .count(),
                        courses(survey, topic)))
                .sorted(Comparator.comparingLong(Wish::votes).reversed().thenComparing(wish -> survey.topics()
                        .indexOf(wish.topic())))
                .toList();
        return new Plan(survey.id(), survey.district(), survey.year(), survey.openUntil(), votes.size(), wishes);
    }

    /// Courses of the county in that year that follow a topic.
    private long courses(NeedSurvey survey, String topic) {
        var theirs = Query.query(
                Criteria.where("outline.topic").is(topic).and("file.district").is(survey.district()));
        return mongo.find(theirs, Course.class).stream()
                .filter(course -> !course.file().is(CourseState.CANCELLED))
                .filter(course -> course.sessions().getFirst().on().getYear() == survey.year())
                .count();
    }
}
