package cn.sanming.migrant.legalaid;

import cn.sanming.migrant.legalaid.aid.LegalAidReview;
import cn.sanming.migrant.legalaid.aid.LegalAidUrgent;
import cn.sanming.migrant.legalaid.aid.QueueOrder;
import cn.sanming.migrant.legalaid.arbitration.ArbitrationDeadlines;
import cn.sanming.migrant.legalaid.arbitration.FastTrack;
import cn.sanming.migrant.legalaid.arbitration.FinalAward;
import cn.sanming.migrant.legalaid.arbitration.GroupCase;
import cn.sanming.migrant.legalaid.arbitration.Limitation;
import cn.sanming.migrant.legalaid.arbitration.Place;
import cn.sanming.migrant.legalaid.duty.DutyRoster;
import cn.sanming.migrant.legalaid.judicialaid.JudicialAidCeiling;
import cn.sanming.migrant.legalaid.visit.GroupVisitOffer;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Bodies;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The rules of this service on its own figures, without any server.
public final class RulesOfTheHouse {

    public static final RuleBook BOOK = new RuleBook(
            List.<Rule<?, ?>>of(
                    new FastTrack(),
                    new ArbitrationDeadlines(),
                    new GroupCase(),
                    new FinalAward(),
                    new Limitation(),
                    new Place(),
                    new JudicialAidCeiling(),
                    new LegalAidReview(),
                    new LegalAidUrgent(),
                    new QueueOrder(),
                    new GroupVisitOffer(),
                    new DutyRoster()),
            policy(),
            WorkingCalendar.china(),
            Clock.fixed(Instant.parse("2024-06-12T01:00:00Z"), Dates.ZONE));

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final Bodies BODIES =
            new Bodies(JSON, Validation.buildDefaultValidatorFactory().getValidator());

    private RulesOfTheHouse() {}

    private static Policy policy() {
        try (var yaml = RulesOfTheHouse.class.getResourceAsStream("/policy/parameters.yaml")) {
            return Policy.load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The result of a rule as JSON, as the public evaluation answers it.
    @SuppressWarnings("unchecked")
    public static <F, R> JsonNode evaluate(String id, JsonNode input) {
        var entry = BOOK.find(id).orElseThrow();
        var facts = BODIES.require(input, (Class<F>) entry.facts());
        return JSON.valueToTree(BOOK.decide((Rule<F, R>) entry.rule(), facts).result());
    }

    public static JsonNode evaluate(String id, String input) {
        return evaluate(id, JSON.readTree(input));
    }
}
