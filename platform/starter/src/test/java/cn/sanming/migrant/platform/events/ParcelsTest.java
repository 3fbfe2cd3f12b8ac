package cn.sanming.migrant.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParcelsTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final long EVENT = 502;

    private final Parcels parcels = new Parcels(3 * EVENT);

    @Test
    void holdsOneParcelForEachCaseWithAllItsEventsInOrder() throws InterruptedException {
        parcels.offer(Pending.parcel("a", 1));
        parcels.offer(Pending.parcel("b", 1));
        parcels.offer(Pending.parcel("a", 2, 1));

        assertThat(parcels.events()).isEqualTo(3);
        var taken = parcels.take(10, AT_ONCE);

        assertThat(taken).extracting(Parcel::caseId).containsExactly("a", "b");
        assertThat(Pending.sequences(taken.getFirst())).containsExactly(1L, 2L);
    }

    @Test
    void refusesWhatIsMoreThanItsCapacityAndTakesItWhenThereIsRoom() throws InterruptedException {
        assertThat(parcels.offer(Pending.parcel("a", 1, 2, 3))).isTrue();
        assertThat(parcels.offer(Pending.parcel("b", 1))).isFalse();

        parcels.take(10, AT_ONCE);
        assertThat(parcels.offer(Pending.parcel("b", 1))).as("still in hand").isFalse();
        parcels.settle(List.of());

        assertThat(parcels.offer(Pending.parcel("b", 1))).isTrue();
        assertThat(parcels.events()).isEqualTo(1);
    }

    @Test
    void letsAWaitingOneInAsSoonAsThereIsRoom() throws Exception {
        parcels.offer(Pending.parcel("a", 1, 2, 3));
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return parcels.offer(Pending.parcel("b", 1), Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        parcels.take(10, AT_ONCE);
        parcels.settle(List.of());

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givesBackWhatIsLeftBeforeAllOthersAndLosesNoneOfTheCount() throws InterruptedException {
        var parcels = new Parcels(4 * EVENT);
        parcels.offer(Pending.parcel("a", 1, 2));
        var taken = parcels.take(1, AT_ONCE);
        parcels.offer(Pending.parcel("b", 1));
        parcels.offer(Pending.parcel("a", 3));

        parcels.settle(List.of(taken.getFirst().from(1)));

        assertThat(parcels.events()).isEqualTo(3);
        assertThat(parcels.oldest()).hasValue(Pending.RECORDED.plusSeconds(1));
        var again = parcels.take(10, AT_ONCE);
        assertThat(again).extracting(Parcel::caseId).containsExactly("a", "b");
        assertThat(Pending.sequences(again.getFirst())).containsExactly(2L, 3L);
        parcels.settle(List.of());
        assertThat(parcels.isEmpty()).isTrue();
        assertThat(parcels.weight()).isZero();
    }
}
