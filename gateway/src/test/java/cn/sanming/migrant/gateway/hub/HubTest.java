package cn.sanming.migrant.gateway.hub;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.test.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class HubTest {

    @Autowired
    Api api;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
    }

    @Test
    void offersEveryServiceInOneSwaggerUi() {
        var config = api.get("/v3/api-docs/swagger-config");

        assertThat(config.body().at("/urls").valueStream().map(url -> url.path("url")
                        .asString()))
                .containsExactlyInAnyOrder(
                        "/v3/api-docs",
                        "/openapi/jobs",
                        "/openapi/subsidies",
                        "/openapi/training",
                        "/openapi/housing",
                        "/openapi/wages",
                        "/openapi/legal-aid",
                        "/openapi/community",
                        "/openapi/supervision");
        assertThat(api.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void makesADescriptionSpeakOfTheDoor() {
        JOBS.stubFor(get(urlEqualTo("/v3/api-docs"))
                .willReturn(okJson(
                        "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"http://10.0.0.5:8081\"}],\"paths\":{}}")));
        var description = api.get("/openapi/jobs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.text("/openapi")).isEqualTo("3.1.0");
        assertThat(description.text("/servers/0/url")).isEqualTo("/");
        assertThat(description.raw().body()).doesNotContain("10.0.0.5");
    }

    @Test
    void saysWhenAServiceHasNoDescriptionToGive() {
        JOBS.stubFor(get(urlEqualTo("/v3/api-docs")).willReturn(aResponse().withStatus(500)));

        var silent = api.get("/openapi/jobs");
        assertThat(silent.status()).isEqualTo(503);
        assertThat(silent.text("/errors/0/code")).as("the service is up").isEqualTo("NO_DESCRIPTION");
        assertThat(api.get("/openapi/nothing").status()).isEqualTo(404);
    }

    @Test
    void describesItselfCompletely() {
        var paths = api.get("/v3/api-docs").body().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/identity/wechat/sessions",
                        "/api/v1/identity/wechat/bindings",
                        "/api/v1/identity/staff/sessions",
                        "/api/v1/identity/me",
                        "/api/v1/reference/divisions",
                        "/api/v1/reference/rules/{rule}/evaluations")
                .doesNotContain("/", "/openapi/{area}");
    }

    @Test
    void tellsABrowserWhatIsWhere() {
        var page = api.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.raw().headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.raw().body())
                .contains("三明市关心关爱农民工")
                .contains("School, health and culture")
                .contains("legal-aid-service")
                .contains("/swagger-ui.html");
    }
}
