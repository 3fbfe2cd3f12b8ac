package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Figures recounted by hand from what happened; in any order, and however often it is told, they are the same.
class RecountsTest {

    record Happening(
            String day,
            String type,
            String subject,
            @Nullable String district,
            Map<String, Object> data) {}

    record Recount(
            String what,
            String indicator,
            String period,
            @Nullable String district,
            String shown,
            @Nullable Map<String, Map<String, Object>> breakdown,
            List<Happening> events) {

        @Override
        public String toString() {
            return indicator + " " + what;
        }
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    static Stream<Recount> recounts() {
        var file = Objects.requireNonNull(RecountsTest.class.getResourceAsStream("/recounts/recounts.json"));
        return Stream.of(JsonMapper.shared().readValue(file, Recount[].class));
    }

    @ParameterizedTest
    @MethodSource("recounts")
    void agreesWithTheRecount(Recount recount) {
        var city = new Abacus();
        for (var event : recount.events()) {
            var payload = new ArrayList<Object>();
            event.data().forEach((name, value) -> {
                payload.add(name);
                payload.add(value);
            });
            city.heard(event.day(), event.type(), event.subject(), event.district(), payload.toArray());
        }
        for (var told : List.of(city, city.shuffled(1), city.shuffled(7))) {
            assertThat(number(told.shown(recount.indicator(), recount.period(), recount.district())))
                    .isEqualByComparingTo(number(recount.shown()));
            if (recount.breakdown() != null) {
                agrees(recount.breakdown(), told.breakdown(recount.indicator(), recount.period()));
            }
        }
    }

    private static void agrees(Map<String, Map<String, Object>> wanted, Map<String, Map<String, Object>> found) {
        wanted.forEach((line, figures) -> figures.forEach((name, value) -> assertThat(
                        number(found.getOrDefault(line, Map.of()).get(name)))
                .as(line + " " + name + " of " + found)
                .isEqualByComparingTo(number(value))));
    }
}
