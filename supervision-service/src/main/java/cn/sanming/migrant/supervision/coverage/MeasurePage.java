package cn.sanming.migrant.supervision.coverage;

import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.Measure;
import cn.sanming.migrant.supervision.indicator.Figure;
import cn.sanming.migrant.supervision.indicator.Trend;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One measure on one page (措施落实情况): promises and what delivers them, parameters, indicators, units with their tasks.
record MeasurePage(
        String id,
        int no,
        String chapter,
        String title,
        String english,
        String lead,
        List<String> responsible,
        List<String> counties,
        String responsibleText,
        @Nullable String district,
        List<Delivered> promises,
        List<String> events,
        List<ParametersInForce.Row> parameters,
        List<Standing> indicators,
        List<Answerable> units,
        String tasks) {

    /// A promise in the words of the policy, what the software does for it, and what there really is.
    record Delivered(String id, String measure, String promise, String software, List<Means> capabilities) {}

    /// @param link where it can be seen or used
    record Means(String service, Capability.Kind kind, String name, String link) {

        static Means of(Capability capability) {
            return new Means(capability.service(), capability.kind(), capability.name(), capability.link());
        }
    }

    /// An indicator with its figure of the running period and how it has moved.
    record Standing(Figure figure, Trend trend) {}

    enum Role {
        LEAD,
        RESPONSIBLE,
        COUNTY
    }

    /// A unit that answers for the measure, and what it has in hand for it.
    record Answerable(String code, String name, String english, Role role, long openTasks, long overdueTasks) {}

    static List<Means> means(Capabilities capabilities, String promise) {
        return capabilities.of(promise).stream().map(Means::of).toList();
    }

    static List<String> events(Catalogue catalogue, Measure measure) {
        return catalogue.events().stream()
                .filter(card -> card.measures().contains(measure.id()))
                .map(card -> card.type())
                .toList();
    }
}
