package cn.sanming.migrant.supervision.honour;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for nominations (评选窗口).
@Component
class HonourDesk {

    static final Command<HonourNomination, Nomination> OPEN = Command.of("openHonourNomination", Nomination.class);
    static final Command<HonourNomination, Findings> REVIEW = Command.of("reviewHonourNomination", Findings.class);
    static final Command<HonourNomination, Command.Because> REJECT = Command.because("rejectHonourNomination");
    static final Command<HonourNomination, Command.Nothing> PUBLICISE = Command.of("publiciseHonourNomination");
    static final Command<HonourNomination, Command.Because> OBJECT = Command.because("objectHonourNomination");
    static final Command<HonourNomination, Command.Nothing> GRANT = Command.of("grantHonourNomination");
    static final Command<HonourNomination, Command.Because> REVOKE = Command.because("revokeHonourNomination");

    private final Cases cases;
    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final HonourDisqualified rule;
    private final ListedEmployers listed;
    private final CaseDefinition<HonourNomination> definition;

    /// @param district for the title of a county
    record Nomination(
            @NotBlank String personId,
            @Min(2020) @Max(2100) int year,
            HonourLevel level,
            @Nullable String district,
            @NotBlank String merits,
            @Nullable Integer votes) {}

    /// What the officer found out.
    ///
    /// @param represents credit codes of employers the worker answers for
    record Findings(
            boolean migrantWorker,
            @Nullable LocalDate criminalRecordOn,
            @Nullable List<String> represents) {}

    HonourDesk(Cases cases, MongoTemplate mongo, RuleBook rules, HonourDisqualified rule, ListedEmployers listed) {
        this.cases = cases;
        this.mongo = mongo;
        this.rules = rules;
        this.rule = rule;
        this.listed = listed;
        this.definition = cases.define(HonourNomination.class, "HonourNomination", "/api/v1/supervision/honours")
                .opens(
                        OPEN,
                        Set.of("PUBLICITY_OFFICER", "UNIT_OFFICER", "LEAD_OFFICER", "UNION_OFFICER"),
                        this::nominate)
                .on(REVIEW, this::review)
                .on(REJECT)
                .on(PUBLICISE, this::publicise)
                .on(OBJECT)
                .on(GRANT, (honour, context) -> honour.grant(listed.containsAny(honour.represents()), context))
                .on(REVOKE)
                .person("WORKER", "personId", HonourNomination::personId)
                .filter("person_id", "personId")
                .shownAs(HonourView.class, HonourView::of);
    }

    private Outcome<HonourNomination> nominate(Nomination body, CommandContext context) {
        var county = body.level() == HonourLevel.COUNTY;
        if (county != (body.district() != null)
                || county && Divisions.sanming().find(body.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "DISTRICT_DOES_NOT_FIT_LEVEL"));
        }
        if (!context.actor().mayActIn(body.district())
                || !county && context.actor().county() != null) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        var id = HonourNomination.idOf(body.personId(), body.year(), body.level());
        if (cases.find(definition, id).isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + id);
        }
        return Outcome.created(
                new HonourNomination(
                        id,
                        CaseFile.opened(id, HonourState.NOMINATED, body.district(), context),
                        body.personId(),
                        body.year(),
                        body.level(),
                        Objects.requireNonNullElse(
                                context.actor().unit(), context.actor().id()),
                        body.merits(),
                        body.votes()),
                definition.path() + '/' + id);
    }

    private Verdict review(HonourNomination honour, Findings found, CommandContext context) {
        var employers = Objects.requireNonNullElse(found.represents(), List.<String>of());
        var facts = new HonourDisqualified.Facts(
                null,
                listed.containsAny(employers),
                null,
                found.criminalRecordOn(),
                found.migrantWorker(),
                lastTitle(honour),
                context.today());
        return honour.review(employers, rules.decide(rule, facts));
    }

    private @Nullable LocalDate lastTitle(HonourNomination honour) {
        return mongo
                .find(Query.query(Criteria.where("personId").is(honour.personId())), HonourNomination.class)
                .stream()
                .filter(other -> other.file().is(HonourState.GRANTED) && other.level() == honour.level())
                .map(HonourNomination::grantedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private Verdict publicise(HonourNomination honour, CommandContext context) {
        var days = rules.policy().on(context.today()).integer("supervision.publicity_wd");
        return honour.publicise(
                rules.calendar().workingDaysAfter(context.today(), days),
                rules.calendar().workingDaysAfter(context.today(), days + 1));
    }
}
