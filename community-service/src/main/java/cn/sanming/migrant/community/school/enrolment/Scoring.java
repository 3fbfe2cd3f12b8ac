package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentPoints;
import cn.sanming.migrant.community.school.School;
import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Counts the points as of the closing day and shows the ranking (计分、公示).
@Component
class Scoring {

    /// So long a silent department is asked again every night before the points are counted without it.
    private static final int PATIENCE = 3;

    private static final int NEAREST = 3;

    private final RuleBook rules;
    private final EnrolmentPoints points;
    private final FamilyMerits merits;
    private final SchoolDesk schools;
    private final MongoTemplate mongo;

    /// What the officer puts right after an objection; it counts as proven.
    record Correction(@Valid Declared declared, String reason) {}

    Scoring(RuleBook rules, EnrolmentPoints points, FamilyMerits merits, SchoolDesk schools, MongoTemplate mongo) {
        this.rules = rules;
        this.points = points;
        this.merits = merits;
        this.schools = schools;
        this.mongo = mongo;
    }

    /// Guard: rule ENROLMENT_POINTS, or near home the nearest schools of the stage.
    Verdict score(SchoolEnrolment one, CommandContext context) {
        var round = mongo.findById(one.group, EnrolmentRound.class);
        var closing = round == null || round.closesOn().isBefore(one.submittedOn) ? one.submittedOn : round.closesOn();
        var known = merits.known(one, closing);
        var silent = one.channel == Channel.POINTS
                && !known.asked()
                && !one.handed.contains(Paper.PENSION_STATEMENT)
                && context.today().isBefore(verifiedOn(one, context).plusDays(PATIENCE));
        return Verdict.guards()
                .require(
                        round == null || context.today().isAfter(round.closesOn()),
                        Reason.of("ROUND_IS_OPEN").required(closing, context.today()))
                .require(!silent, "CITY_IS_SILENT")
                .then(() -> count(one, merits.of(one, known), closing));
    }

    private static LocalDate verifiedOn(SchoolEnrolment one, CommandContext context) {
        return one.file
                .last("verify")
                .map(entry ->
                        new CommandContext(context.actor(), entry.at(), context.correlationId(), null, null).today())
                .orElse(context.today());
    }

    private void count(SchoolEnrolment one, Merits found, LocalDate closing) {
        if (one.preferences.isEmpty()) {
            one.preferences = nearest(one);
        }
        one.score(found, closing, decide(one, found, closing));
    }

    private @Nullable Decision<EnrolmentPoints.Finding> decide(SchoolEnrolment one, Merits found, LocalDate closing) {
        return one.channel == Channel.POINTS ? rules.decide(points, found.on(closing)) : null;
    }

    private List<String> nearest(SchoolEnrolment one) {
        var home = one.home;
        return schools.open(one.district(), one.stage).stream()
                .filter(school -> school.place() != null && home != null)
                .sorted(Comparator.<School>comparingDouble(school -> home.to(school.place()))
                        .thenComparing(School::id))
                .limit(NEAREST)
                .map(School::id)
                .toList();
    }

    /// Shown for some working days (公示); from the day after the last one on, places are given out.
    Verdict publicise(SchoolEnrolment one, CommandContext context) {
        var ruleContext = rules.context();
        int days = ruleContext.on(context.today(), one.file.district()).integer("edu.publicity_wd");
        one.publicise(
                context.today(),
                ruleContext.calendar().workingDaysAfter(context.today(), days),
                ruleContext.calendar().workingDaysAfter(context.today(), days + 1));
        return Verdict.granted();
    }

    /// Guard: an objection was made in time and is upheld; the ranking is shown again.
    Verdict correct(SchoolEnrolment one, Correction body, CommandContext context) {
        return Verdict.guards()
                .require(one.objectedOn != null, "NO_OBJECTION")
                .require(!body.reason().isBlank(), Reason.at("/reason", "REQUIRED"))
                .then(() -> {
                    accept(one, body.declared());
                    var closing = one.closedOn == null ? context.today() : one.closedOn;
                    var found = merits.of(one, closing);
                    one.score(found, closing, decide(one, found, closing));
                });
    }

    private static void accept(SchoolEnrolment one, Declared proven) {
        one.declared = one.declared.with(proven);
        for (var paper : Paper.values()) {
            if (!one.handed.contains(paper) && isCorrected(proven, paper)) {
                one.handed.add(paper);
            }
        }
    }

    private static boolean isCorrected(Declared said, Paper paper) {
        return switch (paper) {
            case RESIDENCE_PERMIT -> said.residenceStart() != null;
            case PENSION_STATEMENT -> said.pensionMonths() != null;
            case HOUSING_PROOF -> said.housing() != null;
            case SKILL_CERTIFICATE -> said.skillLevel() != null;
            case HONOUR_CERTIFICATE -> said.honour() != null;
        };
    }
}
