package cn.sanming.migrant.platform.test;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real browser without a screen. Where there is none, the test says so and is skipped. Whoever uses it brings
/// Selenium.
public final class Chromium implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/board");
    private static final List<Path> BROWSERS = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    public Chromium() throws IOException {
        var browser = BROWSERS.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(
                browser.isPresent() && Files.isExecutable(DRIVER),
                "no Chromium with its driver on this machine: install the packages chromium and chromium-driver");
        var options = new ChromeOptions()
                .setBinary(browser.get().toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + Files.createTempDirectory("chromium"));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        Files.createDirectories(PICTURES);
    }

    public void screen(int width, int height, boolean phone) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
    }

    public void open(String address) {
        driver.get(address);
        settled();
    }

    /// Waits until the page has shown what it was asked for.
    public void settled() {
        until("#main[aria-busy=false] > *");
    }

    public WebElement until(String selector) {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .until(page -> page.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    public void untilText(String selector, String text) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .until(page ->
                        all(selector).stream().anyMatch(one -> one.getText().contains(text)));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    public String text(String selector) {
        return until(selector).getText();
    }

    public void click(String selector) {
        until(selector).click();
    }

    public Object run(String script) {
        return driver.executeScript(script);
    }

    /// What the browser complained about: refused by the content policy, failed scripts, missing files.
    public List<String> complaints() {
        var complaints = new ArrayList<String>();
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> complaints.add(entry.getMessage()));
        return complaints;
    }

    /// Two pictures: what the screen shows, and the whole page, however long it is.
    public void picture(String name) throws IOException {
        picture(name, false);
        picture(name + "-whole", true);
    }

    private void picture(String name, boolean whole) throws IOException {
        var shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
        Files.write(
                PICTURES.resolve(name + ".png"),
                Base64.getDecoder().decode(shot.get("data").toString()));
    }

    /// How far the page can be moved sideways; and what sticks out.
    public String overhang() {
        return String.valueOf(run("""
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width) return "";
                return [...document.querySelectorAll("body *")]
                    .filter(one => one.getBoundingClientRect().right > width + 1)
                    .slice(0, 5).map(one => one.tagName + "." + one.className).join(" ") || "page";
                """));
    }

    /// How many tiles have something that does not fit into them.
    public long tornTiles() {
        return ((Number) run("""
                return [...document.querySelectorAll(".tile")].filter(tile => tile.scrollWidth > tile.clientWidth + 1
                    || [...tile.children].some(one => one.getBoundingClientRect().right > tile.getBoundingClientRect().right)).length
                """)).longValue();
    }

    public Stream<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
