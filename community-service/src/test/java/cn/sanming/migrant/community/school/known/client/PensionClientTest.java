package cn.sanming.migrant.community.school.known.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.sanming.migrant.community.school.known.PensionAnswers;
import cn.sanming.migrant.platform.calls.CallsConfiguration;
import cn.sanming.migrant.platform.trace.TraceConfiguration;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;
import org.springframework.data.mongodb.core.MongoTemplate;

class PensionClientTest {

    private static final String PATH = "/api/v1/wages/insurance-records";

    private final WireMockServer wages =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final MongoTemplate mongo = mock(MongoTemplate.class);

    @BeforeEach
    void open() {
        wages.start();
    }

    @AfterEach
    void close() {
        wages.stop();
    }

    private void answering(ResponseDefinitionBuilder answer) {
        wages.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("person_id", equalTo("P-1"))
                .willReturn(answer));
    }

    private void ask(Consumer<PensionAnswers.Answer> reader) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        FeignAutoConfiguration.class, CallsConfiguration.class, TraceConfiguration.class))
                .withUserConfiguration(PensionClientConfiguration.class)
                .withBean(MongoTemplate.class, () -> mongo)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "spring.application.name=community-service",
                        "migrant.calls.wage-service.url=" + wages.baseUrl(),
                        "migrant.calls.time-limit=400ms")
                .run(context ->
                        reader.accept(context.getBean(PensionAnswers.class).monthsOf("P-1")));
    }

    @Test
    void addsTheMonthsOfBothPensionsAndOfNothingElse() {
        answering(okJson("""
                {"items": [
                  {"id": "in-1", "scheme": "EMPLOYEE_PENSION", "months_paid": 40, "district": "350404"},
                  {"id": "in-2", "scheme": "RESIDENT_PENSION", "months_paid": 8},
                  {"id": "in-3", "scheme": "MEDICAL", "months_paid": 48}], "next": null}"""));
        ask(answer -> assertThat(answer).isEqualTo(new PensionAnswers.Answer(48, true)));
    }

    @Test
    void saysThatNothingIsKnownWhenNothingIsOnRecord() {
        answering(okJson("{\"items\": [], \"next\": null}"));
        ask(answer -> assertThat(answer).isEqualTo(new PensionAnswers.Answer(null, true)));
    }

    @Test
    void asksForThePaperWhileTheDepartmentIsSilentSlowOrUnwilling() {
        answering(okJson("{\"items\": []}").withFixedDelay(3_000));
        ask(answer -> assertThat(answer.answered()).isFalse());
        answering(forbidden());
        ask(answer -> assertThat(answer.answered()).isFalse());
        answering(aResponse().withStatus(200).withBody("{\"items\": 7}"));
        ask(answer -> assertThat(answer.answered()).isFalse());
    }

    @Test
    void takesTheLastAnswerWhileTheDepartmentIsSilent() {
        when(mongo.findById(eq("P-1"), any())).thenReturn(new PensionClient.Kept("P-1", 36, Instant.EPOCH));
        answering(forbidden());
        ask(answer -> assertThat(answer).isEqualTo(new PensionAnswers.Answer(36, true)));
    }
}
