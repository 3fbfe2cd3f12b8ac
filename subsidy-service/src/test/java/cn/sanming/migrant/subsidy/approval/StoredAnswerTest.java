package cn.sanming.migrant.subsidy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.subsidy.Window;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The answer to a command is what is stored, with all that followed from it.
@ServiceTest
class StoredAnswerTest {

    private static final Who WORKER = Who.worker("P-STORED-1");

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    private Window window;

    @BeforeEach
    void open() {
        window = new Window(api);
        clock.set("2024-05-06");
    }

    private String handedIn(String registeredOn) {
        var claim = Map.of(
                "kind", "STARTUP",
                "district", "350404",
                "employer_uscc", "91350404MA0FJM057J",
                "startup",
                        Map.of(
                                "is_migrant_worker",
                                true,
                                "first_business",
                                true,
                                "registered_on",
                                registeredOn,
                                "status",
                                "ACTIVE",
                                "abnormal_list",
                                false,
                                "tax_quarters_filed",
                                4,
                                "requested",
                                "8000.00"));
        var made = api.as(WORKER).post(Window.APPLICATIONS, claim);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.text("/id");
    }

    @Test
    void saysPublicisedWithTheStoredVersionAsSoonAsTheReviewIsPassed() {
        var id = handedIn("2023-03-01");
        Window.done(window.command(WORKER, id, "submit", null));
        Window.done(window.command(Window.officer(), id, "accept", null));

        var passed = window.command(Window.reviewer(), id, "review_pass", null);

        Window.done(passed);
        assertThat(passed.text("/state")).isEqualTo("PUBLICISED");
        var stored = window.get(id);
        assertThat(stored.text("/state")).isEqualTo("PUBLICISED");
        assertThat(passed.raw().headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(stored.raw().headers().firstValue("ETag"));
    }

    @Test
    void saysWhenItIsHandedInWhatIsMissingAndFromWhichDayItWouldBeGranted() {
        var id = handedIn("2023-06-01");

        var submitted = window.command(WORKER, id, "submit", null);

        Window.done(submitted);
        assertThat(submitted.text("/state")).isEqualTo("SUBMITTED");
        assertThat(submitted.text("/requested")).isEqualTo("8000.00");
        assertThat(submitted.text("/forecast/eligible")).isEqualTo("false");
        assertThat(submitted.text("/forecast/reasons/0")).isEqualTo("OPERATED_LT_1_YEAR");
        assertThat(submitted.text("/forecast/possible_from")).isEqualTo("2024-06-01");
    }
}
