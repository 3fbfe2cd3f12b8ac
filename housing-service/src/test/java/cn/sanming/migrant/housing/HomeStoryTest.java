package cn.sanming.migrant.housing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Story 4, as far as this department tells it: three years of work, a flat in the park, no paper the city already has.
class HomeStoryTest extends HousingTest {

    @Test
    void housesAFamilyAfterThreeYearsOfWork() {
        var person = somebody();
        var child = somebody();
        var worker = Who.worker(person);
        on("2024-06-03");
        worked(person, COUNTY, "2021-06-01", null);
        var unit = units("UNIT", List.of(flat("工业园 4001"))).getFirst();

        var applied = done(
                worker, "applications", form("household", List.of(child), "persons", 2, "hukou_district", "350402"));
        var id = applied.text("/id");
        assertThat(applied.body().at("/work_years/result/eligible").asBoolean()).isTrue();
        assertThat(applied.body().at("/work_years/result/days_worked").asInt()).isEqualTo(1098);
        assertThat(applied.text("/work_years/result/virtual_start")).isEqualTo("2021-06-01");
        assertThat(applied.body().at("/proof_required")).isEmpty();
        var accepted = done(OFFICER, "applications/" + id + "/accept");
        assertThat(accepted.text("/check_by")).isEqualTo("2024-07-02");

        on("2024-06-28");
        done(OFFICER, "applications/" + id + "/check_pass");
        var publicised = get_(worker, "applications/" + id);
        assertThat(publicised.text("/state")).isEqualTo("PUBLICISED");
        assertThat(publicised.text("/publicity_last_day")).isEqualTo("2024-07-05");
        assertThat(open("publicity?district=" + COUNTY).raw().body())
                .contains(id)
                .doesNotContain(person);

        on("2024-07-05");
        run("housing-applications", "2024-07-05");
        assertThat(stateOf(id)).isEqualTo("PUBLICISED");
        for (var weekend : List.of("2024-07-06", "2024-07-07")) {
            on(weekend);
            run("housing-applications", weekend);
            assertThat(stateOf(id)).isEqualTo("PUBLICISED");
        }
        on("2024-07-08");
        run("housing-applications", "2024-07-08");
        run("housing-applications", "2024-07-08");
        var waiting = get_(worker, "applications/" + id);
        assertThat(waiting.text("/state")).isEqualTo("WAITLISTED");
        assertThat(waiting.text("/waiting_list_latest")).isEqualTo("2029-07-08");
        assertThat(get_(worker, "applications/" + id + "/position")
                        .body()
                        .path("position")
                        .asInt())
                .isPositive();
        var qualified = events.await("housing.application.qualified", id);
        assertThat(qualified.data().path("qualified_on").asString()).isEqualTo("2024-07-08");

        on("2024-07-22");
        clearTheListBefore(id);
        var allocated = done(OFFICER, "applications/" + id + "/allocate", Map.of("unit_id", unit));
        assertThat(allocated.text("/sign_by")).isEqualTo("2024-08-21");

        on("2024-08-05");
        done(OFFICER, "applications/" + id + "/sign_lease", Map.of("start_on", "2024-08-05", "end_on", "2029-08-04"));
        var leased = get_(worker, "applications/" + id);
        assertThat(leased.text("/state")).isEqualTo("LEASED");
        var lease = get_(worker, "leases/" + leased.text("/lease_id"));
        assertThat(lease.text("/state")).isEqualTo("ACTIVE");
        assertThat(lease.text("/monthly_rent")).isEqualTo("308.00");
        assertThat(lease.text("/renewal_request_by")).isEqualTo("2029-05-04");
        var signed = events.await("housing.lease.signed", lease.text("/id"));
        assertThat(signed.data().path("household")).hasSize(2);
        assertThat(get_(OFFICER, "units/" + unit).text("/state")).isEqualTo("LEASED");

        var contracts = new EventContracts(Path.of("contracts/events"));
        assertThat(contracts.violations(signed)).isEmpty();
        assertThat(contracts.violations(qualified)).isEmpty();
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    /// Other tests of this context leave households on the list; here they withdraw.
    private void clearTheListBefore(String id) {
        for (var line : open("waiting-list?limit=200&district=" + COUNTY).body().path("items")) {
            var other = line.path("application_id").asString();
            if (!other.equals(id)) {
                done(OFFICER, "applications/" + other + "/disqualify", Map.of("reasons", List.of("CLEARED")));
            }
        }
    }
}
