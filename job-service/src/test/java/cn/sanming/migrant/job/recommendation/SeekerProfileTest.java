package cn.sanming.migrant.job.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeekerProfileTest {

    private final SeekerProfile nobody = SeekerProfile.empty("P-1");

    private static SeekerProfile.Wishes wishes(Integer level, boolean subscribed) {
        return new SeekerProfile.Wishes(List.of("6-31-01-03"), level, List.of("350404"), null, null, null, subscribed);
    }

    @Test
    void isFoundByOccupationAndPlaceOnlyWhileItWantsToHearFromUs() {
        assertThat(nobody.matchKeys()).isNull();
        assertThat(nobody.wishing(wishes(null, true)).matchKeys()).containsExactlyInAnyOrder("*", "o:6-31", "d:350404");
        assertThat(nobody.wishing(wishes(null, false)).matchKeys()).isNull();
    }

    @Test
    void hasTheBestLevelOfWordsAndCertificates() {
        var profile = nobody.wishing(wishes(5, true))
                .certified(new SeekerProfile.Skill("ce-1", "6-31-01-03", 4, false))
                .certified(new SeekerProfile.Skill("ce-2", "6-31-01-03", 3, false));
        assertThat(profile.level()).isEqualTo(3);
        assertThat(profile.revoked("ce-2").level()).isEqualTo(4);
        assertThat(profile.revoked("ce-2").revoked("ce-1").level()).isEqualTo(5);
    }

    @Test
    void doesNotTakeBackARevokedCertificateThatArrivesLate() {
        var profile = nobody.revoked("ce-1").certified(new SeekerProfile.Skill("ce-1", "6-31-01-03", 2, false));
        assertThat(profile.level()).isNull();
        assertThat(profile.occupations()).isEmpty();
    }

    @Test
    void notesAnAwardAndAPlaceOnce() {
        var award = new SeekerProfile.Award("en-1", "co-1", 2);
        assertThat(nobody.awarded(award).awarded(award).awards()).containsExactly(award);
        assertThat(nobody.livingIn("350405").livingIn("350405").wishes().preferredDistricts())
                .containsExactly("350405");
    }
}
