package cn.sanming.migrant.housing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.housing.unit.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Nobody gets a bed twice and no bed has two holders, however many ask at once.
class BedRaceTest extends HousingTest {

    @Autowired
    Units units;

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = pool.invokeAll(calls);
            var results = new ArrayList<T>();
            for (var answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }

    @Test
    void givesOneBedToOneOfTwoHundred() throws Exception {
        on("2024-03-01");
        var bed = units("DORMITORY", List.of(flat("race 1", "beds", 1, "area", "8.00")))
                .getFirst();
        List<Callable<Boolean>> asking = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> () -> units.take(bed, "ha-race-" + i, null, LocalDate.of(2024, 3, 1)))
                .toList();
        assertThat(together(asking)).filteredOn(taken -> taken).hasSize(1);
    }

    @Test
    void letsOneHouseholdHoldOneBedOfMany() throws Exception {
        on("2024-03-01");
        var beds = units("DORMITORY", List.of(flat("race 2", "beds", 12, "area", "8.00")));
        List<Callable<Boolean>> asking = beds.stream()
                .<Callable<Boolean>>map(bed -> () -> units.take(bed, "ha-greedy", null, LocalDate.of(2024, 3, 1)))
                .toList();
        assertThat(together(asking)).filteredOn(taken -> taken).hasSize(1);
        assertThat(units.all(beds)).filteredOn(unit -> unit.holder() != null).hasSize(1);
    }

    @Test
    void allocatesABedOnceToParallelRequestsOverHttp() throws Exception {
        on("2024-03-01");
        var bed = units(
                        "DORMITORY",
                        List.of(flat("race 3", "beds", 1, "area", "8.00", "directed_to", "PUBLIC_SERVICE")))
                .getFirst();
        var first = waiting(somebody(), "2024-03-04", "trade", "BUS", "in_difficulty", true);
        var second = waiting(somebody(), "2024-03-04", "trade", "BUS", "in_difficulty", true);
        List<Callable<Integer>> asking = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> post(
                                OFFICER,
                                "applications/" + (i % 2 == 0 ? first : second) + "/allocate",
                                Map.of("unit_id", bed))
                        .status())
                .toList();
        var answers = together(asking);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(new HashSet<>(answers)).isSubsetOf(200, 409, 422);
        var holder = mongo.findById(bed, Unit.class).holder();
        assertThat(holder).isIn(first, second);
        assertThat(stateOf(holder)).isEqualTo("ALLOCATED");
        assertThat(stateOf(holder.equals(first) ? second : first)).isEqualTo("WAITLISTED");
    }
}
