package cn.sanming.migrant.wage.payroll.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The payrolls that people really sent, over HTTP: at the first try, or with a sentence that says what to do.
@ServiceTest
class SentPayrollsTest {

    private static final String FIRM = "91350405MA0FJM0395";
    private static final String PATH = "/api/v1/wages/payrolls/imports";
    private static final AtomicInteger MONTHS = new AtomicInteger();

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void day() {
        clock.set("2024-04-08");
    }

    private static byte[] file(String name) {
        try (var in = Objects.requireNonNull(SentPayrollsTest.class.getResourceAsStream("/sheets/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each file is the payroll of another month, in the county as it was called before 2021.
    private static String path() {
        var month = LocalDate.of(2022, 1, 1).plusMonths(MONTHS.getAndIncrement());
        return PATH + "?employer_uscc=" + FIRM + "&district=350427&agreed_month=NEXT&agreed_day=15&period="
                + month.toString().substring(0, 7);
    }

    private Api.Answer send(String name) {
        return api.as(Who.firm(FIRM)).post(path(), "application/octet-stream", file(name));
    }

    @ParameterizedTest
    @CsvSource({
        "A01-title-row.xlsx,3,0,",
        "A02-totals-row.xlsx,3,0,",
        "A03-excel-17digits.xlsx,3,0,",
        "A04c-formula-no-cache.xlsx,2,1,FORMULA_NOT_CALCULATED H2",
        "A06-card-as-number.xlsx,2,1,DIGITS_LOST D2",
        "B01-hidden-first-sheet.xlsx,3,0,",
        "B02-two-row-header.xlsx,3,0,",
        "B09-strict-ooxml.xlsx,3,0,",
        "B25-two-deduction-columns.xlsx,1,0,",
        "C05-utf16-unicode-text.csv,3,0,",
        "C06-semicolon.csv,3,0,",
        "C11-extra-cells-in-one-row.csv,2,1,EXTRA_CELLS H2",
        "C20-empty-tail-rows.csv,3,0,"
    })
    void takesWhatPeopleSend(String name, int accepted, int rejected, String fault) {
        var taken = send(name);

        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        assertThat(taken.body().path("accepted").asInt()).isEqualTo(accepted);
        assertThat(taken.body().path("rejected").asInt()).isEqualTo(rejected);
        if (fault != null) {
            assertThat(taken.text("/rows/0/errors/0/code") + ' ' + taken.text("/rows/0/errors/0/cell"))
                    .isEqualTo(fault);
            assertThat(taken.text("/rows/0/errors/0/text_zh")).contains("：");
            assertThat(taken.text("/rows/0/errors/0/text_en")).contains(": ");
        }
    }

    @ParameterizedTest
    @CsvSource({"C16-card-mangled-by-excel.csv,DIGITS_LOST", "D01-exponent.csv,INVALID_MONEY"})
    void refusesAFileWithoutOneGoodRow(String name, String code) {
        var refused = send(name);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void masksCardsInTheReceipt() {
        var taken = send("A01-title-row.xlsx");

        assertThat(taken.text("/lines/0/card")).isEqualTo("622202*********0074");
        assertThat(taken.raw().body()).doesNotContain("6222021405001000074", "350404199001010015", "测试甲");
    }

    @Test
    void storesNothingOnADryRunAndSaysTheSame() {
        var path = path();
        var firm = api.as(Who.firm(FIRM));
        var tried = firm.post(path + "&dry_run=true", "text/csv", file("C11-extra-cells-in-one-row.csv"));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body().path("dry_run").asBoolean()).isTrue();
        assertThat(tried.body().path("payroll_id").isNull()).isTrue();
        var real = firm.post(path, "text/csv", file("C11-extra-cells-in-one-row.csv"));
        assertThat(real.status()).isEqualTo(201);
        assertThat(real.body().path("rows")).isEqualTo(tried.body().path("rows"));
    }

    @Test
    void takesAFormAsAMiniProgramSendsItAndKnowsItAgain() {
        var path = path();
        var firm = api.as(Who.firm(FIRM)).with("Idempotency-Key", "form-1");

        var taken = firm.post(path, "multipart/form-data; boundary=b", form("b", file("A01-title-row.xlsx")));
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        assertThat(taken.body().path("accepted").asInt()).isEqualTo(3);
        var again = firm.post(path, "multipart/form-data; boundary=c", form("c", file("A01-title-row.xlsx")));
        assertThat(again.text("/id")).isEqualTo(taken.text("/id"));
        var other = firm.post(path, "multipart/form-data; boundary=b", form("b", file("A02-totals-row.xlsx")));
        assertThat(other.status()).isEqualTo(422);
    }

    private static byte[] form(String boundary, byte[] file) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"工资表.xlsx\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    @Test
    void givesTheReceiptItsRowsAndTheSheetWithResultsToTheSenderOnly() throws Exception {
        var id = send("A04c-formula-no-cache.xlsx").text("/id");
        var firm = api.as(Who.firm(FIRM));
        var stranger = api.as(Who.firm("91350404MA0FJM101G"));

        assertThat(firm.get(PATH + "/" + id).body().at("/counts/rejected").asInt())
                .isEqualTo(1);
        assertThat(firm.get(PATH).raw().body()).contains(id);
        var rows = firm.get(PATH + "/" + id + "/rows?limit=2");
        assertThat(rows.text("/items/0/verdict")).isEqualTo("REJECTED");
        assertThat(rows.text("/next")).isEqualTo("3");
        for (var path : new String[] {"", "/rows", "/file"}) {
            assertThat(stranger.get(PATH + "/" + id + path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get(PATH).raw().body()).doesNotContain(id);
        var sheet = download(firm.get(PATH + "/" + id), "/file");
        assertThat(text(sheet)).contains("结果", "公式没有计算结果", "350404199002020020");
        assertThat(api.as(Who.firm(FIRM)).post(path(), "text/csv", sheet).status())
                .isEqualTo(201);
    }

    @Test
    void offersATemplateWhoseExampleIsNobodysData() throws Exception {
        var template = download(api.as(Who.firm(FIRM)).get(PATH + "/template"), "");

        assertThat(text(template)).contains("身份证号*", "dataValidation");
        var taken = api.as(Who.firm(FIRM)).post(path(), "text/csv", template);
        assertThat(taken.text("/errors/0/code")).isEqualTo("EMPTY_SHEET");
    }

    @Test
    void saysWhichColumnsAreMissingInOneSentence() {
        var sheet = "姓名,身份证号,部门\n" + "测试工人甲,350404199003070011,一车间\n".repeat(300);
        var refused = api.as(Who.firm(FIRM)).post(path(), "text/csv", sheet.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").size()).isEqualTo(1);
        assertThat(refused.text("/errors/0/code")).isEqualTo("HEADER_INCOMPLETE");
        assertThat(refused.text("/errors/0/required")).isEqualTo("应发工资、实发工资");
        assertThat(refused.text("/errors/0/found")).isEqualTo("姓名、身份证号");
    }

    @Test
    void namesAboutTwoHundredFaultsAndCountsThemAll() {
        var sheet = "身份证号,应发工资,实发工资\n350404199003070011,1.00,1.00\n" + "x,y,z\n".repeat(150);
        var taken = api.as(Who.firm(FIRM)).post(path(), "text/csv", sheet.getBytes(StandardCharsets.UTF_8));

        assertThat(taken.body().path("error_count").asInt()).isEqualTo(450);
        assertThat(taken.body()
                        .path("rows")
                        .valueStream()
                        .mapToInt(row -> row.path("errors").size())
                        .sum())
                .isBetween(198, 202);
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt() {
        var refused = api.as(Who.firm(FIRM)).post(path(), "text/csv", new byte[(20 << 20) + 1]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("/errors/0/code")).isEqualTo("FILE_TOO_LARGE");
    }

    private static byte[] download(Api.Answer like, String more) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(like.raw().uri() + more));
        like.raw()
                .request()
                .headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /// All parts of a workbook as one text.
    private static String text(byte[] sheet) throws IOException {
        var text = new StringBuilder();
        var path = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(path, sheet);
            try (var zip = new ZipFile(path.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(path);
        }
        return Pattern.compile("&#x([0-9a-fA-F]+);")
                .matcher(text)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }
}
