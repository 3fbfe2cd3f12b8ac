package cn.sanming.migrant.supervision.catalogue;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue for everybody: who promised what, and what is counted for it.
@RestController
@RequestMapping("/api/v1/supervision")
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record UnitView(String code, String name, String english, List<String> leads, List<String> responsibleIn) {}

    record MeasureView(
            String id,
            int no,
            String chapter,
            String title,
            String english,
            String lead,
            List<String> responsible,
            List<String> counties,
            String responsibleText,
            List<Promise> promises,
            List<String> events) {}

    record EventView(
            String type,
            String producer,
            List<String> measures,
            List<String> clauses,
            List<String> units,
            String summaryZh,
            String summaryEn,
            List<EventCard.Reaction> reactions) {}

    @GetMapping("/units")
    Map<String, List<UnitView>> units() {
        return Map.of("items", catalogue.units().stream().map(this::view).toList());
    }

    @GetMapping("/measures")
    Map<String, List<MeasureView>> measures() {
        return Map.of("items", catalogue.measures().stream().map(this::view).toList());
    }

    @GetMapping("/events-catalogue")
    Map<String, List<EventView>> events() {
        return Map.of("items", catalogue.events().stream().map(this::view).toList());
    }

    @GetMapping("/events-catalogue/{type}")
    Outcome<EventView> event(@PathVariable String type) {
        return catalogue
                .event(type)
                .map(card -> Outcome.done(view(card)))
                .orElseGet(() -> Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_EVENT_TYPE")));
    }

    private UnitView view(Unit unit) {
        var all = catalogue.measuresOf(unit.code());
        var leads = all.stream()
                .filter(id -> catalogue
                        .measure(id)
                        .filter(measure -> measure.lead().equals(unit.code()))
                        .isPresent())
                .toList();
        return new UnitView(
                unit.code(),
                unit.name(),
                unit.english(),
                leads,
                all.stream().filter(id -> !leads.contains(id)).toList());
    }

    private MeasureView view(Measure measure) {
        return new MeasureView(
                measure.id(),
                measure.no(),
                measure.chapter(),
                measure.title(),
                measure.english(),
                measure.lead(),
                catalogue.bureaus(measure),
                catalogue.counties(measure),
                measure.responsibleText(),
                catalogue.promisesOf(measure.id()),
                catalogue.events().stream()
                        .filter(card -> card.measures().contains(measure.id()))
                        .map(EventCard::type)
                        .toList());
    }

    private EventView view(EventCard card) {
        return new EventView(
                card.type(),
                card.producer(),
                card.measures(),
                card.clauses(),
                catalogue.unitsBehind(card),
                card.summaryZh(),
                card.summaryEn(),
                card.reactions());
    }
}
