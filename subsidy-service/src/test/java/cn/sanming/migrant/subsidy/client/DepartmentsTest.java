package cn.sanming.migrant.subsidy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.calls.CallsConfiguration;
import cn.sanming.migrant.platform.trace.TraceConfiguration;
import cn.sanming.migrant.subsidy.appraisal.CertificateCheck.Answer;
import cn.sanming.migrant.subsidy.proof.Proofs;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;

/// What the other departments answer, and what we say ourselves when they stay silent.
class DepartmentsTest {

    private static final String CERTIFICATE = "/api/v1/training/certificates/CE-1";
    private static final String PLACEMENT = "/api/v1/jobs/placements/pl-1";
    private static final String LISTING = "/api/v1/wages/blacklist/91350404MA0FJM012Y";
    private static final String PLACED = """
            {"id": "pl-1", "state": "CONFIRMED", "end_on": "2024-09-30", "stable_months": [3],
             "facts": {"person_id": "P-1", "employer_uscc": "91350405MA0FJM0395", "district": "350405",
                       "start_on": "2024-03-01", "source": "AGENCY", "agency_uscc": "91350425MA0FJM0127"}}""";

    private final WireMockServer others =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private String base = "";

    @BeforeEach
    void open() {
        others.start();
        base = others.baseUrl();
    }

    @AfterEach
    void close() {
        others.stop();
    }

    private void with(Consumer<Departments> questions) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        FeignAutoConfiguration.class, CallsConfiguration.class, TraceConfiguration.class))
                .withUserConfiguration(DepartmentsConfiguration.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues("spring.application.name=room")
                .withPropertyValues(
                        "migrant.calls.training-service.url=" + base,
                        "migrant.calls.job-service.url=" + base,
                        "migrant.calls.wage-service.url=" + base,
                        "migrant.calls.time-limit=400ms",
                        "migrant.calls.open-for=300ms")
                .run(context -> questions.accept(context.getBean(Departments.class)));
    }

    @Test
    void hearsThatACertificateIsGoodOrRevoked() {
        others.stubFor(get(urlPathEqualTo(CERTIFICATE)).willReturn(okJson("{\"id\":\"CE-1\",\"state\":\"ISSUED\"}")));
        with(departments -> assertThat(departments.of("CE-1")).isEqualTo(Answer.VALID));
        others.stubFor(get(urlPathEqualTo(CERTIFICATE)).willReturn(okJson("{\"id\":\"CE-1\",\"state\":\"REVOKED\"}")));
        with(departments -> assertThat(departments.of("CE-1")).isEqualTo(Answer.REVOKED));
    }

    @Test
    void doesNotKnowACertificateWhenTheTrainingDepartmentIsSilentOrSlow() {
        others.stubFor(get(urlPathEqualTo(CERTIFICATE)).willReturn(serverError()));
        with(departments -> assertThat(departments.of("CE-1")).isEqualTo(Answer.UNKNOWN));
        others.stubFor(get(urlPathEqualTo(CERTIFICATE))
                .willReturn(okJson("{\"state\":\"ISSUED\"}").withFixedDelay(2_000)));
        with(departments -> assertThat(departments.of("CE-1")).isEqualTo(Answer.UNKNOWN));
        others.stubFor(get(urlPathEqualTo(CERTIFICATE)).willReturn(aResponse().withStatus(404)));
        with(departments -> assertThat(departments.of("CE-1")).isEqualTo(Answer.UNKNOWN));
    }

    @Test
    void hearsWhatTheShortageListSaidOnTheDayOfIssue() {
        others.stubFor(get(urlPathEqualTo(CERTIFICATE))
                .willReturn(okJson("{\"id\":\"CE-1\",\"state\":\"ISSUED\",\"on_shortage_list\":false}")));
        with(departments -> assertThat(departments.onShortageList("CE-1")).contains(false));
        others.stubFor(get(urlPathEqualTo(CERTIFICATE)).willReturn(serverError()));
        with(departments -> assertThat(departments.onShortageList("CE-1")).isEmpty());
    }

    @Test
    void takesAPlacementOnlyForTheSamePersonEmployerAndAgency() {
        others.stubFor(get(urlPathEqualTo(PLACEMENT)).willReturn(okJson(PLACED)));
        with(departments -> {
            assertThat(departments.ask("pl-1", "P-1", "91350405MA0FJM0395", "91350425MA0FJM0127"))
                    .contains(new Proofs.Placed("pl-1", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 9, 30)));
            assertThat(departments.ask("pl-1", "P-2", "91350405MA0FJM0395", "91350425MA0FJM0127"))
                    .isEmpty();
            assertThat(departments.ask("pl-1", "P-1", "91350405MA0FJM0395", "91350425MA0FJM0999"))
                    .isEmpty();
            assertThat(departments.ask(null, "P-1", "91350405MA0FJM0395", "91350425MA0FJM0127"))
                    .isEmpty();
        });
    }

    @Test
    void leavesThePapersToCountWhenTheJobDepartmentIsSilent() {
        others.stubFor(get(urlPathEqualTo(PLACEMENT)).willReturn(serverError()));
        with(departments -> assertThat(departments.ask("pl-1", "P-1", "91350405MA0FJM0395", "91350425MA0FJM0127"))
                .isEmpty());
        others.verify(2, getRequestedFor(urlPathEqualTo(PLACEMENT)));
    }

    @Test
    void hearsWhetherAnEmployerIsListed() {
        others.stubFor(get(urlPathEqualTo(LISTING))
                .willReturn(okJson("{\"uscc\":\"91350404MA0FJM012Y\",\"listed\":true,\"listings\":[]}")));
        with(departments -> assertThat(departments.listed("91350404MA0FJM012Y")).contains(true));
    }

    @Test
    void saysNothingAboutAnEmployerWhenNobodyIsThere() {
        others.stop();
        with(departments -> assertThat(departments.listed("91350404MA0FJM012Y")).isEmpty());
    }
}
