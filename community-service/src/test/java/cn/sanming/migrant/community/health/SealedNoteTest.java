package cn.sanming.migrant.community.health;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.Actor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedNoteTest {

    private static Actor worker(String role, @Nullable String county, @Nullable String unit) {
        return new Actor("w", Set.of(role), unit, county, null, null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "HEALTH_WORKER, 350404, none, none, true",
                "HEALTH_WORKER, 350404, A, none, true",
                "HEALTH_WORKER, 350404, A, A, true",
                "HEALTH_WORKER, 350404, B, A, false",
                "HEALTH_WORKER, 350404, none, A, false",
                "HEALTH_WORKER, 350405, A, A, false",
                "HEALTH_WORKER, none, A, A, false",
                "HEALTH_OFFICER, 350404, A, A, false",
                "SUPERVISOR, none, none, none, false"
            })
    void isOpenToTheWorkersOfItsDistrictAndClinicOnly(
            String role, @Nullable String county, @Nullable String unit, @Nullable String clinic, boolean open) {
        assertThat(SealedNote.isTreatedBy(worker(role, county, unit), "350404", clinic))
                .isEqualTo(open);
    }

    @Test
    void belongsToThePersonAndTheGuardians() {
        var sealed = new SealedNote("HealthRecord", "hr-1", "C-1", List.of("P-1"), "350404", null);
        assertThat(sealed.isOwn(new Actor("u", Set.of("WORKER"), null, null, null, "P-1")))
                .isTrue();
        assertThat(sealed.isOwn(new Actor("u", Set.of("WORKER"), null, null, null, "C-1")))
                .isTrue();
        assertThat(sealed.isOwn(new Actor("u", Set.of("WORKER"), null, null, null, "P-2")))
                .isFalse();
        assertThat(sealed.isOwn(Actor.PUBLIC)).isFalse();
    }
}
