package cn.sanming.migrant.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.local.stories.Citizen;
import cn.sanming.migrant.local.stories.LatePayroll;
import cn.sanming.migrant.platform.test.Chromium;
import java.io.IOException;

/// The supervision board through the real gateway, after story 1: signed in as an officer, on a desk and on a phone.
final class BoardVisit implements AutoCloseable {

    private final Chromium browser;
    private final String board;
    private final Citizen citizen;

    BoardVisit(int portBase, Citizen citizen) throws IOException {
        this.browser = new Chromium();
        this.board = "http://localhost:" + portBase + "/supervision/board/";
        this.citizen = citizen;
    }

    void takePlace() throws IOException {
        browser.screen(1440, 900, false);
        browser.open(board);
        showsTheNumbersOfTheCity();
        signIn();
        findsTheCaseOfTheLatePayer();
        browser.picture("city-case");
        browser.screen(390, 844, true);
        browser.open(board);
        assertThat(browser.overhang()).as("fits a phone").isEmpty();
        browser.picture("city-phone");
        assertThat(browser.complaints()).as("the browser's complaints").isEmpty();
    }

    private void showsTheNumbersOfTheCity() throws IOException {
        var shown = citizen.get(null, "/api/v1/supervision/board").body();
        assertThat(browser.all(".tile")).hasSize(21);
        assertThat(browser.text("[data-total=indicatorsMet] b"))
                .isEqualTo(shown.at("/totals/met").asString());
        assertThat(browser.text("[data-total=overdueTasks] b"))
                .isEqualTo(shown.at("/totals/overdue_tasks").asString());
        assertThat(shown.at("/totals/overdue_tasks").asInt()).isPositive();
        browser.picture("city-desktop");
    }

    private void signIn() {
        browser.click("#session");
        browser.until("#sign-in [name=username]").sendKeys("supervisor");
        browser.until("#sign-in [name=password]").sendKeys(Citizen.PASSWORD);
        browser.click("#sign-in [type=submit]");
        browser.untilText("#session", "supervisor");
        browser.settled();
    }

    private void findsTheCaseOfTheLatePayer() {
        browser.until("#subject").sendKeys(LatePayroll.EMPLOYER);
        browser.click("#find button");
        browser.until(".story li");
        browser.until(".chart[data-drawn=true] svg");
        var told = citizen.get("supervisor", "/api/v1/supervision/stories/" + LatePayroll.EMPLOYER)
                .body();
        assertThat(browser.all(".story li")).hasSize(told.at("/items").size());
        assertThat(browser.texts(".story .dept").distinct()).contains("工资监察", "仲裁法援", "就业", "补贴贷款");
    }

    @Override
    public void close() {
        browser.close();
    }
}
