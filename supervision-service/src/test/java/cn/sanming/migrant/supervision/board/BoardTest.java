package cn.sanming.migrant.supervision.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Chromium;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The board as people see it, in a real browser; every number on it is the API's.
@ServiceTest
class BoardTest {

    private static final String AREA = "/api/v1/supervision";
    private static final Who SUPERVISOR = Who.ofUnit("u-dcs", "SM-DCS", null, "SUPERVISOR");
    private static Chromium browser;
    private static Door door;
    private static boolean told;

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void open() throws IOException {
        clock.set("2025-09-01");
        tell();
        clock.set(Autumn.TODAY.toString());
        if (browser == null) {
            browser = new Chromium();
            door = new Door(port);
        }
        browser.screen(1440, 900, false);
        browser.open(door.address() + "/supervision/board/");
        browser.run("sessionStorage.clear(); localStorage.clear(); location.hash = '#/';");
        browser.open(door.address() + "/supervision/board/");
        browser.complaints();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            door.close();
        }
    }

    private void tell() {
        if (told) {
            return;
        }
        told = true;
        Map.of("M16", "2025-10-09", "M09", "2025-11-14", "M05", "2025-12-31", "M18", "2025-12-15")
                .forEach((measure, due) -> assertThat(api.as(SUPERVISOR)
                                .post(
                                        AREA + "/measures/" + measure + "/fanout",
                                        Map.of("policy_start", "2025-09-01", "due_on", due))
                                .status())
                        .isEqualTo(200));
        clock.set(Autumn.TODAY.toString());
        new Autumn(events).tell();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(api.get(AREA + "/board")
                        .body()
                        .at("/measures/11/headline/value")
                        .asDouble())
                .isGreaterThan(0.8));
    }

    private void signIn(String account) {
        browser.click("#session");
        browser.until("#sign-in [name=username]").sendKeys(account);
        browser.until("#sign-in [name=password]").sendKeys(Door.PASSWORD);
        browser.click("#sign-in [type=submit]");
        browser.untilText("#session", account);
        browser.settled();
    }

    @Test
    void shows21MeasuresWithTheNumbersOfTheApi() throws IOException {
        var board = api.get(AREA + "/board").body();
        assertThat(browser.all(".tile")).hasSize(21);
        board.at("/measures").forEach(measure -> {
            var tile = browser.until(".tile[data-measure=" + measure.at("/id").asString() + "]");
            assertThat(tile.getText()).contains(measure.at("/title").asString());
            var values = tile.findElements(By.cssSelector("[data-value]"));
            assertThat(values).hasSize(measure.at("/headline/value").isNull() ? 0 : 1);
            values.forEach(value -> assertThat(Double.parseDouble(value.getAttribute("data-value")))
                    .isEqualTo(measure.at("/headline/value").asDouble()));
        });
        var totals = board.at("/totals");
        assertThat(browser.text("[data-total=indicatorsMet] b"))
                .isEqualTo(totals.at("/met").asString());
        assertThat(browser.text("[data-total=overdueTasks] b"))
                .isEqualTo(totals.at("/overdue_tasks").asString());
        assertThat(totals.at("/overdue_tasks").asInt()).isGreaterThan(20);
        assertThat(browser.text("[data-total=redWorkers] b")).isEqualTo(String.valueOf(redWorkers()));
        browser.picture("desktop");
        assertThat(browser.complaints()).isEmpty();
    }

    private int redWorkers() {
        return api.get(AREA + "/arrears-map")
                .body()
                .at("/counties")
                .valueStream()
                .mapToInt(county -> county.at("/levels/RED/workers").asInt())
                .sum();
    }

    @Test
    void drawsTheArrearsOf11CountiesByTheirGravestLevel() throws IOException {
        assertThat(browser.all(".county")).hasSize(11);
        assertThat(browser.texts(".county.RED")).anyMatch(text -> text.contains("三元") && text.contains("23"));
        var map = api.get(AREA + "/arrears-map").body();
        for (var level : List.of("RED", "ORANGE", "YELLOW")) {
            var wanted = map.at("/counties")
                    .valueStream()
                    .filter(county -> county.at("/worst").asString().equals(level))
                    .map(county -> county.at("/code").asString())
                    .toList();
            assertThat(browser.all(".county." + level).stream().map(one -> one.getAttribute("data-county")))
                    .as(level)
                    .isNotEmpty()
                    .containsExactlyElementsOf(wanted);
        }
        browser.click("[data-county='350404']");
        browser.untilText("#cases", "23");
        assertThat(browser.text("#cases")).contains("登录后").doesNotContain(Autumn.RED);
    }

    @Test
    void drillsDownByCountyAndUnit() {
        new Select(browser.until("#county")).selectByValue("350404");
        browser.untilText("[data-total=redWorkers] b", "23");
        var board = api.get(AREA + "/board?district=350404").body();
        assertThat(browser.text("[data-total=openTasks] b"))
                .isEqualTo(board.at("/totals/open_tasks").asString());
        new Select(browser.until("#county")).selectByValue("");
        browser.settled();
        new Select(browser.until("#unit")).selectByValue("SM-ZJJ");
        browser.untilText("#main", "住建局");
        var measures =
                api.get(AREA + "/board?unit=SM-ZJJ").body().at("/measures").size();
        await().untilAsserted(() -> assertThat(browser.all(".tile")).hasSize(measures));
    }

    @Test
    void opensAMeasureWithPromisesParametersAndUnits() throws IOException {
        browser.click(".tile[data-measure=M15]");
        browser.until("[data-page=M15]");
        browser.until("#trend-chart[data-drawn=true] svg");
        var page = api.get(AREA + "/measures/M15").body();
        assertThat(browser.all("[data-promise]")).hasSize(page.at("/promises").size());
        assertThat(browser.all("[data-indicator]"))
                .hasSize(page.at("/indicators").size());
        assertThat(browser.all("[data-page=M15] .stack tbody tr").size())
                .isEqualTo(page.at("/parameters").size());
        browser.click("[data-indicator=IND-15-A]");
        browser.until("#county-chart[data-drawn=true] svg");
        browser.picture("desktop-measure");
        browser.run("history.back()");
        browser.until(".tile");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void speaksEnglishAndRemembersIt() throws IOException {
        browser.click("#language");
        browser.untilText("h1", "Supervision board");
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");
        browser.untilText(".tile[data-measure=M15]", "Wage payment");
        assertThat(browser.tornTiles()).isZero();
        browser.picture("desktop-english");
        browser.open(door.address() + "/supervision/board/");
        assertThat(browser.text("h1")).isEqualTo("Supervision board");
    }

    @Test
    void showsAnOfficerTasksAndTheCaseAcrossDepartments() throws IOException {
        signIn("supervisor");
        browser.until("#tasks");
        browser.click("[data-county='350404']");
        browser.untilText("#cases", Autumn.RED);
        browser.until("#subject").sendKeys(Autumn.FIRM);
        browser.click("#find button");
        browser.until(".story li");
        browser.until(".chart[data-drawn=true] svg");
        var told = api.as(SUPERVISOR).get(AREA + "/stories/" + Autumn.FIRM).body();
        assertThat(browser.all(".story li")).hasSize(told.at("/items").size());
        assertThat(browser.texts(".story .dept").distinct()).contains("工资监察", "仲裁法援", "就业", "补贴贷款", "督查");
        browser.picture("desktop-case");
        assertThat(browser.complaints()).isEmpty();
        browser.click("#session");
        browser.untilText("#session", "登录");
    }

    @Test
    void refusesAWrongPasswordInWords() {
        browser.click("#session");
        browser.until("#sign-in [name=username]").sendKeys("supervisor");
        browser.until("#sign-in [name=password]").sendKeys("wrong");
        browser.click("#sign-in [type=submit]");
        browser.untilText("#sign-in-refusal", "账号或密码不正确");
    }

    @Test
    void fitsAPhoneWithoutMovingSideways() throws IOException {
        browser.screen(390, 844, true);
        browser.open(door.address() + "/supervision/board/");
        assertThat(browser.overhang()).isEmpty();
        browser.picture("phone");
        browser.click(".tile[data-measure=M15]");
        browser.until("#trend-chart[data-drawn=true] svg");
        assertThat(browser.overhang()).isEmpty();
        browser.picture("phone-measure");
        browser.run("history.back()");
        browser.until(".tile");
        signIn("unit-xq-350404");
        assertThat(browser.overhang()).isEmpty();
        browser.until("#subject").sendKeys(Autumn.FIRM);
        browser.click("#find button");
        browser.until(".chart[data-drawn=true] svg");
        assertThat(browser.overhang()).isEmpty();
        browser.picture("phone-case");
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        browser.run("document.querySelector('.tile[data-measure=M15]').focus()");
        browser.until(".tile[data-measure=M15]").sendKeys("\n");
        browser.until("[data-page=M15] h2");
        assertThat(browser.run("return document.activeElement.tagName")).isEqualTo("H2");
        assertThat(browser.run("""
                return [...document.querySelectorAll("button, input, select, a")].filter(one =>
                    !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.length)).length
                """)).isEqualTo(0L);
    }
}
