package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The decisions on one application in their order, and who may not decide on it again because an appeal was upheld.
final class Rulings {

    private final List<Ruling> made;
    private final List<String> barred;

    Rulings(List<Ruling> made, List<String> barred) {
        this.made = made;
        this.barred = barred;
    }

    static Rulings none() {
        return new Rulings(new ArrayList<>(), new ArrayList<>());
    }

    /// The start of a review that an upheld appeal demands: by other people.
    static Rulings without(Set<String> barred) {
        return new Rulings(new ArrayList<>(), new ArrayList<>(barred));
    }

    void granted(Claim claim, Assessment assessment, Act act) {
        add(true, claim, assessment, List.of(), act);
    }

    void refused(Claim claim, @Nullable Assessment assessment, List<String> reasons, Act act) {
        add(false, claim, assessment, reasons, act);
    }

    private void add(
            boolean granted, Claim claim, @Nullable Assessment assessment, List<String> reasons, Act act) {
        made.add(new Ruling(
                made.size() + 1, granted, act.today(), act.actor().id(), claim, assessment, List.copyOf(reasons)));
    }

    Optional<Ruling> latest() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
    }

    boolean bars(String user) {
        return barred.contains(user);
    }
}
