package cn.sanming.migrant.legalaid.arrears.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.legalaid.arrears.ArrearsFact;
import cn.sanming.migrant.platform.calls.CallsConfiguration;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.trace.TraceConfiguration;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;

class WageClientTest {

    private static final String EMPLOYER = "91350404MA0FJM020R";
    private static final String ARREARS = "/api/v1/wages/arrears";
    private static final String ANSWER = """
            {"items": [
              {"id": "ar-1001", "state": "OPEN", "level": "RED", "payroll_id": "PR-1001", "project_id": "PRJ-1001",
               "employer_uscc": "91350404MA0FJM020R", "period": "2024-03", "workers": 23, "person_ids": ["P-1001"],
               "total": "157550.00", "effective_due_date": "2024-04-15", "days_late": 42},
              {"id": "ar-0900", "state": "CLEARED", "level": "NONE", "employer_uscc": "91350404MA0FJM020R",
               "period": "2023-12", "workers": 2, "total": "0.00", "effective_due_date": "2024-01-15"}],
             "next": null}""";

    private final WireMockServer wages =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private String base = "";

    @BeforeEach
    void open() {
        wages.start();
        base = wages.baseUrl();
    }

    @AfterEach
    void close() {
        wages.stop();
    }

    private void with(Consumer<WageClient> questions, String... more) {
        var book = mock(ArrearsBook.class);
        when(book.openOf(anyString()))
                .thenReturn(List.of(new ArrearsFact(
                        "ar-1001",
                        1L,
                        3,
                        EMPLOYER,
                        null,
                        "2024-03",
                        List.of("P-1001", "P-1002"),
                        Money.of("13700.00"),
                        null,
                        "ORANGE",
                        null)));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        FeignAutoConfiguration.class, CallsConfiguration.class, TraceConfiguration.class))
                .withUserConfiguration(WageClientConfiguration.class)
                .withBean(ArrearsBook.class, () -> book)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues("spring.application.name=room")
                .withPropertyValues(
                        "migrant.calls.wage-service.url=" + base,
                        "migrant.calls.time-limit=400ms",
                        "migrant.calls.open-for=300ms")
                .withPropertyValues(more)
                .run(context -> questions.accept(context.getBean(WageClient.class)));
    }

    @Test
    void showsTheOpenArrearsOfTheDepartment() {
        wages.stubFor(get(urlPathEqualTo(ARREARS))
                .withQueryParam("employer_uscc", equalTo(EMPLOYER))
                .willReturn(okJson(ANSWER)));
        with(client -> {
            var answer = client.openArrears(EMPLOYER);
            assertThat(answer.degraded()).isFalse();
            assertThat(answer.items()).singleElement().satisfies(row -> {
                assertThat(row.total()).isEqualTo(Money.of("157550.00"));
                assertThat(row.workers()).isEqualTo(23);
                assertThat(row.level()).isEqualTo("RED");
            });
        });
    }

    @Test
    void answersFromItsCopyWhenTheDepartmentIsSlow() {
        wages.stubFor(get(urlPathEqualTo(ARREARS)).willReturn(okJson(ANSWER).withFixedDelay(3_000)));
        with(client -> {
            var begun = System.nanoTime();
            var answer = client.openArrears(EMPLOYER);
            assertThat(answer.degraded()).isTrue();
            assertThat(answer.items()).singleElement().satisfies(row -> assertThat(row.workers())
                    .isEqualTo(2));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        });
    }

    @Test
    void triesOnceMoreBeforeItGivesUp() {
        wages.stubFor(get(urlPathEqualTo(ARREARS))
                .inScenario("hiccup")
                .whenScenarioStateIs("Started")
                .willReturn(serverError())
                .willSetStateTo("well"));
        wages.stubFor(get(urlPathEqualTo(ARREARS))
                .inScenario("hiccup")
                .whenScenarioStateIs("well")
                .willReturn(okJson(ANSWER)));
        with(client -> assertThat(client.openArrears(EMPLOYER).degraded()).isFalse());
        wages.verify(2, getRequestedFor(urlPathEqualTo(ARREARS)));
    }

    @Test
    void asksNoMoreWhileTheDepartmentKeepsFailingAndGoesBackWhenItHeals() {
        wages.stubFor(get(urlPathEqualTo(ARREARS)).willReturn(serverError()));
        with(client -> {
            for (int question = 0; question < 6; question++) {
                assertThat(client.openArrears(EMPLOYER).degraded()).isTrue();
            }
            wages.verify(4, getRequestedFor(urlPathEqualTo(ARREARS)));
            wages.resetAll();
            wages.stubFor(get(urlPathEqualTo(ARREARS)).willReturn(okJson(ANSWER)));
            await("the breaker closes").atMost(Duration.ofSeconds(5)).until(() -> !client.openArrears(EMPLOYER)
                    .degraded());
        });
    }

    @Test
    void answersFromItsCopyWhenNobodyIsThere() {
        wages.stop();
        with(client -> assertThat(client.openArrears(EMPLOYER).degraded()).isTrue());
    }

    @Test
    void answersFromItsCopyWhenTheAnswerMakesNoSense() {
        wages.stubFor(get(urlPathEqualTo(ARREARS))
                .willReturn(aResponse().withStatus(200).withBody("{\"items\": 7}")));
        with(client -> assertThat(client.openArrears(EMPLOYER).degraded()).isTrue());
    }

    @Test
    void bringsATokenAndKeepsIt() {
        wages.stubFor(post(urlEqualTo("/oauth2/token"))
                .willReturn(okJson("{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":900}")));
        wages.stubFor(get(urlPathEqualTo(ARREARS))
                .withHeader("Authorization", equalTo("Bearer t-1"))
                .willReturn(okJson(ANSWER)));
        with(
                client -> {
                    assertThat(client.openArrears(EMPLOYER).degraded()).isFalse();
                    assertThat(client.openArrears(EMPLOYER).degraded()).isFalse();
                },
                tokenAccount());
        wages.verify(1, postRequestedFor(urlEqualTo("/oauth2/token")));
    }

    @Test
    void fetchesANewTokenWhenTheOldOneIsNotBelieved() {
        wages.stubFor(post(urlEqualTo("/oauth2/token"))
                .willReturn(okJson("{\"access_token\":\"t-2\",\"token_type\":\"Bearer\",\"expires_in\":900}")));
        wages.stubFor(get(urlPathEqualTo(ARREARS))
                .inScenario("key")
                .whenScenarioStateIs("Started")
                .willReturn(unauthorized())
                .willSetStateTo("renewed"));
        wages.stubFor(get(urlPathEqualTo(ARREARS))
                .inScenario("key")
                .whenScenarioStateIs("renewed")
                .willReturn(okJson(ANSWER)));
        with(client -> assertThat(client.openArrears(EMPLOYER).degraded()).isFalse(), tokenAccount());
        wages.verify(2, postRequestedFor(urlEqualTo("/oauth2/token")));
    }

    private String[] tokenAccount() {
        return new String[] {
            "migrant.calls.token.url=" + base + "/oauth2/token",
            "migrant.calls.token.client-id=legal-aid-service",
            "migrant.calls.token.client-secret=secret"
        };
    }
}
