package cn.sanming.migrant.supervision.coverage;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.Measure;
import cn.sanming.migrant.supervision.catalogue.UnitNames;
import cn.sanming.migrant.supervision.coverage.MeasurePage.Answerable;
import cn.sanming.migrant.supervision.coverage.MeasurePage.Role;
import cn.sanming.migrant.supervision.indicator.IndicatorDesk;
import cn.sanming.migrant.supervision.task.TaskLoads;
import cn.sanming.migrant.supervision.task.TaskLoads.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The coverage page of a measure, for everybody; no figure and no count on it names a person.
@RestController
class CoverageController {

    private static final int PERIODS = 6;

    private final Catalogue catalogue;
    private final UnitNames names;
    private final Capabilities capabilities;
    private final ParametersInForce parameters;
    private final IndicatorDesk indicators;
    private final TaskLoads loads;

    CoverageController(
            Catalogue catalogue,
            UnitNames names,
            Capabilities capabilities,
            ParametersInForce parameters,
            IndicatorDesk indicators,
            TaskLoads loads) {
        this.catalogue = catalogue;
        this.names = names;
        this.capabilities = capabilities;
        this.parameters = parameters;
        this.indicators = indicators;
        this.loads = loads;
    }

    /// @param district figures and parameters of one county; the whole city without it
    @GetMapping("/api/v1/supervision/measures/{id}")
    Outcome<MeasurePage> page(@PathVariable String id, @RequestParam(required = false) @Nullable String district) {
        var county = Divisions.CITY.equals(district) ? null : district;
        if (county != null && Divisions.sanming().find(county).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return catalogue
                .measure(id)
                .map(measure -> Outcome.done(page(measure, county)))
                .orElseGet(() -> Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_MEASURE")));
    }

    private MeasurePage page(Measure measure, @Nullable String district) {
        return new MeasurePage(
                measure.id(),
                measure.no(),
                measure.chapter(),
                measure.title(),
                measure.english(),
                measure.lead(),
                catalogue.bureaus(measure),
                catalogue.counties(measure),
                measure.responsibleText(),
                district,
                catalogue.promisesOf(measure.id()).stream()
                        .map(promise -> new MeasurePage.Delivered(
                                promise.id(),
                                promise.measure(),
                                promise.promise(),
                                promise.software(),
                                MeasurePage.means(capabilities, promise.id())))
                        .toList(),
                MeasurePage.events(catalogue, measure),
                parameters.of(measure.id(), indicators.today(), district),
                indicators.current(measure.id(), district).stream()
                        .map(figure -> new MeasurePage.Standing(
                                figure,
                                indicators
                                        .trend(figure.indicator(), district, PERIODS)
                                        .orElseThrow()))
                        .toList(),
                units(measure),
                "/api/v1/supervision/tasks?measure=" + measure.id());
    }

    private List<Answerable> units(Measure measure) {
        var byUnit = loads.on(indicators.today()).stream()
                .filter(load -> load.measure().equals(measure.id()))
                .collect(Collectors.toMap(Load::unitCode, Function.identity()));
        var units = new ArrayList<Answerable>();
        units.add(answerable(measure.lead(), Role.LEAD, byUnit));
        catalogue.bureaus(measure).forEach(code -> units.add(answerable(code, Role.RESPONSIBLE, byUnit)));
        catalogue.counties(measure).forEach(code -> units.add(answerable(code, Role.COUNTY, byUnit)));
        return units;
    }

    private Answerable answerable(String code, Role role, Map<String, Load> byUnit) {
        var load = byUnit.get(code);
        return new Answerable(
                code,
                names.chinese(code),
                names.english(code),
                role,
                load == null ? 0 : load.open(),
                load == null ? 0 : load.overdue());
    }
}
