package cn.sanming.migrant.subsidy.reconciliation;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import cn.sanming.migrant.subsidy.ledger.Reservation;
import cn.sanming.migrant.subsidy.ledger.ReservationState;
import cn.sanming.migrant.subsidy.ledger.Reservations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps what is reserved in line with what was decided (对账): paid money is spent, and what a decision reserved that
/// was never saved, or was undone, is given back. A claim is brought in line as soon as it moves; a round finds, by
/// index, only what a cut left lying: moves half done, and reservations that nobody has confirmed.
@Component
public class ReservationReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationReconciler.class);
    private static final int AT_ONCE = 500;

    /// Longer than any request takes: younger ones are somebody's work.
    static final Duration STALE = Duration.ofSeconds(30);

    private final Reservations reservations;
    private final GrantUniqueness uniqueness;
    private final List<ReservationOwner> owners;
    private final Clock machine;

    @Autowired
    ReservationReconciler(Reservations reservations, GrantUniqueness uniqueness, List<ReservationOwner> owners) {
        this(reservations, uniqueness, owners, Clock.systemUTC());
    }

    ReservationReconciler(
            Reservations reservations, GrantUniqueness uniqueness, List<ReservationOwner> owners, Clock machine) {
        this.reservations = reservations;
        this.uniqueness = uniqueness;
        this.owners = owners;
        this.machine = machine;
    }

    /// A claim has moved: what it reserved follows. Repeated, it changes nothing.
    public void follow(String claim) {
        check(reservations.of(claim), uniqueness.of(claim));
    }

    /// What has been lying about for too long.
    ///
    /// @return whether there may be more of it
    boolean round() {
        reservations.tidy();
        Instant before = machine.instant().minus(STALE);
        var stale = reservations.watchedBefore(before, AT_ONCE);
        var marks = uniqueness.watchedBefore(before, AT_ONCE);
        check(stale, marks);
        return stale.size() == AT_ONCE || marks.size() == AT_ONCE;
    }

    private void check(List<Reservation> money, List<GrantUniqueness.Mark> marks) {
        var standings = standings(Stream.concat(
                        money.stream().map(Reservation::claim), marks.stream().map(GrantUniqueness.Mark::claim))
                .collect(Collectors.toSet()));
        var fenced = new HashMap<String, Boolean>();
        for (var each : money) {
            var standing = standings.get(each.claim());
            var wanted = wanted(standing, each.line());
            switch (wanted.state()) {
                case HELD -> confirm(each, wanted.amount());
                case SPENT -> reservations.spend(each, wanted.amount());
                case ASKED, RELEASED -> {
                    if (mayRelease(each.claim(), standing, fenced)) {
                        reservations.release(each, each.token());
                    }
                }
            }
        }
        for (var each : marks) {
            var standing = standings.get(each.claim());
            var to = wanted(standing, each.id()).state();
            if (to != ReservationState.RELEASED || mayRelease(each.claim(), standing, fenced)) {
                uniqueness.bring(each, to);
            }
        }
    }

    /// A move half done is finished first, and looked at again in the next round.
    private void confirm(Reservation each, Money amount) {
        if (each.moving() != null) {
            reservations.settle(each);
        } else if (each.state() == ReservationState.HELD && each.isFor(amount)) {
            reservations.confirmed(each);
        } else {
            LOG.warn("{} stands at {} for {}, decided were {}", each.id(), each.state(), each.amount(), amount);
            reservations.hold(each.line(), each.claim(), each.token(), amount);
        }
    }

    private static ReservationOwner.Wanted wanted(ReservationOwner.@Nullable Standing standing, String what) {
        return standing == null ? ReservationOwner.NOTHING : standing.wants().apply(what);
    }

    private boolean mayRelease(
            String claim, ReservationOwner.@Nullable Standing standing, Map<String, Boolean> fenced) {
        return standing == null
                || fenced.computeIfAbsent(claim, _ -> owners.stream()
                        .filter(owner -> owner.owns(claim))
                        .allMatch(owner -> owner.fence(standing)));
    }

    private Map<String, ReservationOwner.Standing> standings(Set<String> claims) {
        var found = new HashMap<String, ReservationOwner.Standing>();
        for (var owner : owners) {
            Collection<String> own = claims.stream().filter(owner::owns).toList();
            if (!own.isEmpty()) {
                found.putAll(owner.standings(own));
            }
        }
        return found;
    }
}
