package cn.sanming.migrant.supervision.board;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.Measure;
import cn.sanming.migrant.supervision.catalogue.Unit;
import cn.sanming.migrant.supervision.catalogue.UnitNames;
import cn.sanming.migrant.supervision.indicator.ArrearsMap;
import cn.sanming.migrant.supervision.indicator.IndicatorDesk;
import cn.sanming.migrant.supervision.task.TaskLoads;
import cn.sanming.migrant.supervision.task.TaskLoads.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the board shows, for everybody: figures and counts that name nobody.
@RestController
@RequestMapping("/api/v1/supervision")
class BoardController {

    private static final int PERIODS = 6;

    private final Catalogue catalogue;
    private final UnitNames names;
    private final IndicatorDesk indicators;
    private final TaskLoads loads;

    BoardController(Catalogue catalogue, UnitNames names, IndicatorDesk indicators, TaskLoads loads) {
        this.catalogue = catalogue;
        this.names = names;
        this.indicators = indicators;
        this.loads = loads;
    }

    /// @param district figures of one county and the tasks of its government
    /// @param unit     measures and tasks of one unit
    @GetMapping("/board")
    Outcome<Board> board(
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String unit) {
        var faults = new ArrayList<Reason>();
        if (district != null && Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (unit != null && !catalogue.isUnit(unit)) {
            faults.add(Reason.at("/unit", "UNKNOWN_UNIT"));
        }
        return faults.isEmpty()
                ? Outcome.done(shown(district, unit))
                : Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
    }

    /// Open arrears by level over the 11 counties.
    @GetMapping("/arrears-map")
    ArrearsMap arrears() {
        return indicators.arrearsMap();
    }

    private Board shown(@Nullable String district, @Nullable String unit) {
        var wanted = unit == null ? null : catalogue.measuresOf(unit);
        var inHand = loads.on(indicators.today()).stream()
                .filter(load -> unit == null || load.unitCode().equals(unit))
                .filter(load -> district == null || load.unitCode().equals(Unit.county(district)))
                .toList();
        var tiles = catalogue.measures().stream()
                .filter(measure -> wanted == null || wanted.contains(measure.id()))
                .map(measure -> tile(measure, district, inHand))
                .toList();
        return new Board(indicators.today(), district, unit, Board.Totals.of(tiles), tiles, hands(inHand));
    }

    private Board.Tile tile(Measure measure, @Nullable String district, List<Load> inHand) {
        var figures = indicators.current(measure.id(), district);
        var headline = figures.stream()
                .filter(figure -> figure.indicator().equals(measure.headline()))
                .findFirst()
                .orElseThrow();
        var trend = indicators.trend(measure.headline(), district, PERIODS).orElseThrow();
        var own = inHand.stream()
                .filter(load -> load.measure().equals(measure.id()))
                .toList();
        return new Board.Tile(
                measure.id(),
                measure.no(),
                measure.chapter(),
                measure.title(),
                measure.english(),
                measure.lead(),
                names.chinese(measure.lead()),
                names.english(measure.lead()),
                Board.Headline.of(headline, trend),
                (int) figures.stream()
                        .filter(figure -> Boolean.TRUE.equals(figure.met()))
                        .count(),
                (int) figures.stream()
                        .filter(figure -> Boolean.FALSE.equals(figure.met()))
                        .count(),
                (int) figures.stream().filter(figure -> figure.met() == null).count(),
                own.stream().mapToLong(Load::open).sum(),
                own.stream().mapToLong(Load::overdue).sum());
    }

    /// Whoever has most overdue first.
    private List<Board.Hand> hands(List<Load> inHand) {
        return inHand.stream().collect(Collectors.groupingBy(Load::unitCode)).entrySet().stream()
                .map(entry -> new Board.Hand(
                        entry.getKey(),
                        names.chinese(entry.getKey()),
                        names.english(entry.getKey()),
                        entry.getValue().stream().mapToLong(Load::open).sum(),
                        entry.getValue().stream().mapToLong(Load::overdue).sum()))
                .sorted(Comparator.comparingLong(Board.Hand::overdueTasks)
                        .thenComparingLong(Board.Hand::openTasks)
                        .reversed()
                        .thenComparing(Board.Hand::code))
                .toList();
    }
}
