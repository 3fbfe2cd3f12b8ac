package cn.sanming.migrant.platform.jobs;

import static cn.sanming.migrant.platform.jobs.Nightwork.DAY;
import static cn.sanming.migrant.platform.jobs.Nightwork.job;
import static cn.sanming.migrant.platform.jobs.Nightwork.overdue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/// Who is on duty sees the jobs and what they could not handle, and can have it tried again.
class JobsEndpointTest {

    private final Nightwork night = new Nightwork();
    private final Set<String> broken = new HashSet<>(List.of("b"));
    private final DueWork reminders = job("reminders", overdue("remind", (id, _) -> {
        if (broken.contains(id)) {
            throw new IllegalArgumentException(id);
        }
        night.remind(id);
    }));
    private final JobsEndpoint endpoint = new JobsEndpoint(night.runner(reminders));

    private JobsEndpoint.Shown shown() {
        return endpoint.list().get("jobs").getFirst();
    }

    @Test
    void showsEachJobWithItsLastDateAndItsParkedCases() {
        assertThat(shown().lastDate()).isNull();
        night.bill("a", DAY.minusDays(1));
        night.bill("b", DAY.minusDays(1));
        assertThat(endpoint.operate("reminders", DAY.toString(), null).getBody())
                .isEqualTo(new JobResult(1, 1));
        assertThat(shown().lastDate()).isEqualTo(DAY);
        assertThat(shown().lastSuccessAt()).isEqualTo(night.clock.instant());
        assertThat(shown().parked()).isEqualTo(1);
        assertThat(shown().parkedCases()).singleElement().satisfies(parked -> {
            assertThat(parked.caseId()).isEqualTo("b");
            assertThat(parked.reason()).isEqualTo("IllegalArgumentException");
        });
        assertThat(endpoint.one("reminders")).isEqualTo(shown());
        assertThat(endpoint.one("unknown")).isNull();
    }

    @Test
    void retriesOneCaseOrAll() {
        night.bill("b", DAY.minusDays(1));
        endpoint.operate("reminders", DAY.toString(), null);
        var id = shown().parkedCases().getFirst().id();
        assertThat(endpoint.operate("reminders", null, id).getBody()).isEqualTo(new JobResult(0, 1));
        assertThat(endpoint.operate("reminders", null, null).getBody()).isEqualTo(new JobResult(0, 1));
        broken.clear();
        assertThat(endpoint.operate("reminders", null, null).getBody()).isEqualTo(new JobResult(1, 0));
        assertThat(shown().parked()).isZero();
    }

    @Test
    void knowsNoJobAndNoCaseThatIsNotThere() {
        assertThat(endpoint.operate("unknown", null, null).getStatus()).isEqualTo(404);
        assertThat(endpoint.operate("reminders", null, "reminders|remind|x").getStatus())
                .isEqualTo(404);
        assertThatExceptionOfType(InvalidEndpointRequestException.class)
                .isThrownBy(() -> endpoint.operate("reminders", "yesterday", null));
    }
}
