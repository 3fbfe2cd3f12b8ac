package cn.sanming.migrant.local.stories;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// Plays stories through the public API, the way people would live them, and checks each step against what was agreed.
public final class Demo {

    private final PrintStream out;
    private final String gateway;

    /// One story: a sequence of steps that may stop at the first one that does not come out as agreed.
    @FunctionalInterface
    interface Story {
        void tell(ScenarioRunner runner);
    }

    private static final Map<Integer, Story> STORIES = new TreeMap<>(
            Map.of(1, new LatePayroll(), 2, new SkilledReturn(), 3, new UnemployedCouple(), 4, new HomeAndSchool()));

    public Demo(PrintStream out, String gateway) {
        this.out = out;
        this.gateway = gateway;
    }

    /// @return whether every step came out as agreed
    public boolean play(int number) {
        var story = STORIES.get(number);
        if (story == null) {
            out.println("There is no story " + number + "; there are " + STORIES.keySet() + ".");
            return false;
        }
        var runner = new ScenarioRunner(out, new Citizen(gateway));
        try {
            story.tell(runner);
        } catch (ScenarioRunner.Mismatch e) {
            out.println("\n  The story stops here: " + e.getMessage());
            return false;
        }
        out.printf("%nThe story is told: %d checks, all as agreed.%n", runner.checks());
        return true;
    }
}
