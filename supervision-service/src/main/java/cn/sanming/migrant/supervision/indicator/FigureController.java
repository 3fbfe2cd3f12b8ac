package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.ledger.EventLine;
import cn.sanming.migrant.supervision.ledger.Ledger;
import cn.sanming.migrant.supervision.ledger.LedgerEntry;
import cn.sanming.migrant.supervision.ledger.Narrator;
import cn.sanming.migrant.supervision.ledger.Readers;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The dashboard (指标看板) for everybody: from an indicator to its figures, from a figure to its events, and from each
/// event to clause, measure and unit. No figure names a person.
@RestController
@RequestMapping("/api/v1/supervision")
class FigureController {

    private final Indicators indicators;
    private final IndicatorDesk desk;
    private final Targets targets;
    private final Ledger ledger;
    private final Narrator narrator;
    private final Catalogue catalogue;

    FigureController(
            Indicators indicators,
            IndicatorDesk desk,
            Targets targets,
            Ledger ledger,
            Narrator narrator,
            Catalogue catalogue) {
        this.indicators = indicators;
        this.desk = desk;
        this.targets = targets;
        this.ledger = ledger;
        this.narrator = narrator;
        this.catalogue = catalogue;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CardView(
            String id,
            String measure,
            List<String> clauses,
            String nameZh,
            String name,
            String formula,
            String goal,
            Period.Kind period,
            String periodForm,
            IndicatorDefinition.Unit unit,
            @Nullable BigDecimal target,
            @Nullable String targetParameter,
            @Nullable String basis,
            @Nullable String basisClause,
            List<String> events,
            @Nullable String note,
            String figures) {}

    /// @param counted how it entered the figure
    record Basis(
            String part,
            @Nullable LocalDate on,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String group,
            @Nullable String district,
            long n,
            long d,
            @Nullable LocalDate lateFrom,
            List<EventLine> events) {}

    private record Asked(IndicatorDefinition definition, Period period) {}

    @GetMapping("/indicators")
    Map<String, List<CardView>> definitions() {
        return Map.of("items", indicators.all().stream().map(this::view).toList());
    }

    @GetMapping("/indicators/{id}")
    Outcome<CardView> definition(@PathVariable String id) {
        return indicators
                .find(id)
                .map(definition -> Outcome.done(view(definition)))
                .orElseGet(() -> Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_INDICATOR")));
    }

    /// All indicators of a measure, or of all measures, as they stand in the running period.
    @GetMapping("/dashboard")
    Outcome<Map<String, List<Figure>>> dashboard(
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String district) {
        if (measure != null && catalogue.measure(measure).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/measure", "UNKNOWN_MEASURE"));
        }
        if (isNoDivision(district)) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return Outcome.done(Map.of(
                "items",
                indicators.all().stream()
                        .filter(definition ->
                                measure == null || definition.measure().equals(measure))
                        .map(definition -> desk.figure(
                                definition,
                                Period.containing(definition.period(), desk.today()),
                                division(district),
                                null))
                        .toList()));
    }

    @GetMapping("/indicators/{id}/figures")
    Outcome<Figure> figure(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String group) {
        return asked(
                id,
                period,
                district,
                asked -> Outcome.done(desk.figure(asked.definition(), asked.period(), division(district), group)));
    }

    @GetMapping("/indicators/{id}/figures/{period}/events")
    Outcome<Page<Basis>> events(
            @PathVariable String id,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return asked(id, period, district, asked -> {
            var size = Page.limit(limit);
            var rows = desk.items(asked.definition(), asked.period(), division(district), group, after, size + 1);
            var page = Page.of(rows, size, CountedRow::id);
            return Outcome.done(new Page<>(bases(page.items(), actor), page.next()));
        });
    }

    private <T> Outcome<T> asked(
            String id, @Nullable String period, @Nullable String district, Function<Asked, Outcome<T>> answer) {
        var definition = indicators.find(id);
        if (definition.isEmpty()) {
            return Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_INDICATOR"));
        }
        var wanted = desk.period(definition.get(), period);
        if (wanted.isEmpty()) {
            var form = definition.get().period().form();
            return Outcome.refused(
                    Refusal.Kind.VALIDATION,
                    Reason.at("/period", "UNFIT_PERIOD").required(form, period));
        }
        if (isNoDivision(district)) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return answer.apply(new Asked(definition.get(), wanted.get()));
    }

    private static boolean isNoDivision(@Nullable String district) {
        return district != null
                && !district.equals(Divisions.CITY)
                && Divisions.sanming()
                        .find(Divisions.sanming().current(district))
                        .isEmpty();
    }

    /// The city as a district means the whole city.
    private static @Nullable String division(@Nullable String district) {
        return district == null || district.equals(Divisions.CITY)
                ? null
                : Divisions.sanming().current(district);
    }

    private List<Basis> bases(List<CountedRow> items, Actor actor) {
        var ids = new TreeSet<String>();
        items.forEach(item -> ids.addAll(item.events()));
        var entries = ledger.findAll(ids).stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        return items.stream()
                .map(item -> new Basis(
                        item.part(),
                        item.on(),
                        item.from(),
                        CountedFact.OPEN.equals(item.until()) ? null : item.until(),
                        item.group(),
                        item.district(),
                        item.n(),
                        item.d(),
                        item.lateFrom(),
                        item.events().stream()
                                .filter(entries::containsKey)
                                .map(entries::get)
                                .map(entry -> line(entry, actor))
                                .toList()))
                .toList();
    }

    private EventLine line(LedgerEntry entry, Actor actor) {
        return Readers.isOfficer(actor) && actor.mayActIn(entry.district())
                ? narrator.full(entry)
                : narrator.open(entry);
    }

    private CardView view(IndicatorDefinition definition) {
        var goal = targets.of(definition, desk.today());
        return new CardView(
                definition.id(),
                definition.measure(),
                definition.clauses(),
                definition.nameZh(),
                definition.name(),
                definition.formula(),
                definition.goal(),
                definition.period(),
                definition.period().form(),
                definition.unit(),
                goal.map(Targets.Goal::value).orElse(null),
                goal.map(Targets.Goal::parameter).orElse(null),
                goal.map(Targets.Goal::basis).orElse(null),
                goal.map(Targets.Goal::clause).orElse(null),
                definition.reads().keySet().stream().sorted().toList(),
                definition.note(),
                "/api/v1/supervision/indicators/" + definition.id() + "/figures");
    }
}
