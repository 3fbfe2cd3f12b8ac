package cn.sanming.migrant.platform.embedded.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What MongoDB leaves open, decided at random, so that tests notice who relies on it: how many documents come in a
/// batch, in what order documents come that nobody sorted, and who is first when two insert the same.
public final class Jitter {

    /// `off`, or the number that makes a run repeatable.
    public static final String PROPERTY = "migrant.store.jitter";

    private static final int LARGEST_BATCH = 7;

    private final @Nullable Random random;
    private final long seed;

    private Jitter(@Nullable Random random, long seed) {
        this.random = random;
        this.seed = seed;
    }

    /// Batches of the usual size, orders that repeat, and no lost races.
    public static Jitter none() {
        return new Jitter(null, 0);
    }

    public static Jitter of(long seed) {
        return new Jitter(new Random(seed), seed);
    }

    /// As the property says; without it a new number for every run.
    public static Jitter forTests() {
        var wanted = System.getProperty(PROPERTY, "");
        return switch (wanted) {
            case "off" -> none();
            case "" -> of(System.nanoTime() & 0xFFFFFF);
            default -> of(Long.parseLong(wanted));
        };
    }

    @Override
    public String toString() {
        return random == null ? "-D" + PROPERTY + "=off" : "-D" + PROPERTY + "=" + seed;
    }

    int batch(int usual) {
        return random == null ? usual : Math.min(usual, 1 + random.nextInt(LARGEST_BATCH));
    }

    boolean losesRace() {
        return random != null && random.nextInt(3) == 0;
    }

    /// Another order of the same keys, and whether they are to be read backwards.
    record Way(List<Search.Stretch> stretches, boolean descending) {}

    Way around(Search search) {
        if (search.ordered() || random == null) {
            return new Way(search.stretches(), search.descending());
        }
        var parts = new ArrayList<Search.Stretch>();
        for (var stretch : search.stretches()) {
            var middle = search.keys().within(stretch.from(), stretch.to(), random.nextDouble());
            if (middle == null) {
                parts.add(stretch);
            } else {
                parts.add(new Search.Stretch(stretch.from(), middle, true));
                parts.add(new Search.Stretch(middle, stretch.to(), false));
            }
        }
        Collections.shuffle(parts, random);
        return new Way(parts, random.nextBoolean());
    }
}
