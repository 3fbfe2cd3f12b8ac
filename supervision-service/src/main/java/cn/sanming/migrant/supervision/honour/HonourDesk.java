package cn.sanming.migrant.supervision.honour;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
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

    private final Dockets dockets;
    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final HonourDisqualified rule;
    private final ListedEmployers listed;
    private final Docket<HonourNomination> docket;

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

    HonourDesk(Dockets dockets, MongoTemplate mongo, RuleBook rules, HonourDisqualified rule, ListedEmployers listed) {
        this.dockets = dockets;
        this.mongo = mongo;
        this.rules = rules;
        this.rule = rule;
        this.listed = listed;
        this.docket = dockets.declare(HonourNomination.class, "HonourNomination", "/api/v1/supervision/honours")
                .opens(
                        Nomination.class,
                        Set.of("PUBLICITY_OFFICER", "UNIT_OFFICER", "LEAD_OFFICER", "UNION_OFFICER"),
                        this::nominate)
                .on("review", Findings.class, this::review)
                .onReason("reject")
                .on("publicise", this::publicise)
                .onReason("object")
                .on("grant", (honour, act) -> honour.grant(listed.containsAny(honour.represents()), act))
                .onReason("revoke")
                .person("WORKER", "personId", HonourNomination::personId)
                .filter("person_id", "personId")
                .shownAs(HonourView.class, HonourView::of);
    }

    private Outcome<HonourNomination> nominate(Nomination body, Act act) {
        var county = body.level() == HonourLevel.COUNTY;
        if (county != (body.district() != null)
                || county && Divisions.sanming().find(body.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "DISTRICT_DOES_NOT_FIT_LEVEL"));
        }
        if (!act.actor().mayActIn(body.district()) || !county && act.actor().county() != null) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        var id = HonourNomination.idOf(body.personId(), body.year(), body.level());
        if (dockets.find(docket, id).isPresent()) {
            return Outcome.duplicate(docket.path() + '/' + id);
        }
        return Outcome.created(
                new HonourNomination(
                        id,
                        CaseFile.opened(id, HonourState.NOMINATED, body.district(), act),
                        body.personId(),
                        body.year(),
                        body.level(),
                        Objects.requireNonNullElse(
                                act.actor().unit(), act.actor().id()),
                        body.merits(),
                        body.votes()),
                docket.path() + '/' + id);
    }

    private Verdict review(HonourNomination honour, Findings found, Act act) {
        var employers = Objects.requireNonNullElse(found.represents(), List.<String>of());
        var facts = new HonourDisqualified.Facts(
                null,
                listed.containsAny(employers),
                null,
                found.criminalRecordOn(),
                found.migrantWorker(),
                lastTitle(honour),
                act.today());
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

    private Verdict publicise(HonourNomination honour, Act act) {
        var days = rules.policy().on(act.today()).integer("supervision.publicity_wd");
        return honour.publicise(
                rules.calendar().workingDaysAfter(act.today(), days),
                rules.calendar().workingDaysAfter(act.today(), days + 1));
    }
}
