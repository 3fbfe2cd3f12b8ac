package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// A change of lines that is cut off between the lines and the payroll holds nothing, and disappears.
@ServiceTest
class LineChangesTest {

    private static final String FIRM = "91350404MA0FJM012Y";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    LineChanges changes;

    @Autowired
    PayrollLines lines;

    @Autowired
    Payrolls payrolls;

    @Autowired
    UnfinishedChangesSweep sweep;

    @Autowired
    MongoTemplate mongo;

    private PayrollSteps steps;

    @BeforeEach
    void begin() {
        clock.set("2024-04-08");
        steps = new PayrollSteps(api, FIRM);
    }

    @Autowired
    JobRunner jobs;

    private void sweep(int day) {
        jobs.forgetAfter(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(jobs.perform(new JobRunner.Run(sweep, LocalDate.of(2024, 4, day))))
                .isTrue();
    }

    private long stored(String payroll) {
        return mongo.count(Query.query(Criteria.where("payrollId").is(payroll)), PayrollLine.class);
    }

    /// Another instance begins a change and dies before it commits.
    private int cutOff(String payroll, int base, List<PayrollLine> added) throws Exception {
        var died = new OptionalInt[1];
        var other = Thread.ofPlatform().start(() -> {
            died[0] = changes.begin(payroll, base);
            lines.prepare(added, List.of(), died[0].orElseThrow(), () -> true);
        });
        other.join();
        return died[0].orElseThrow();
    }

    private static List<PayrollLine> orphans(String payroll, int number, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PayrollLine.of(
                        payroll,
                        YearMonth.of(2022, 1),
                        new SheetRow.Entry(
                                i,
                                "orphan-" + i,
                                null,
                                null,
                                null,
                                null,
                                Money.of("1.00"),
                                List.of(),
                                Money.of("1.00"),
                                false),
                        number))
                .toList();
    }

    @Test
    void aNewSheetThatWasCutOffIsTakenAgainAfterItsLeaseAndNothingOfTheFirstRemains() throws Exception {
        var id = Payroll.idOf(null, FIRM, YearMonth.of(2022, 1));
        cutOff(id, 0, orphans(id, 1, 5));

        var early = steps.upload("2022-01", PayrollSteps.sheetOf(3, "10.00"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/errors/0/code")).isEqualTo("PAYROLL_IS_BEING_CHANGED");
        assertThat(steps.get(id).status()).isEqualTo(404);

        clock.set(clock.instant().plusSeconds(16));
        assertThat(steps.uploaded("2022-01", PayrollSteps.sheetOf(3, "10.00"))).isEqualTo(id);
        assertThat(steps.lines(id)).hasSize(3);
        assertThat(stored(id)).isEqualTo(3);
    }

    @Test
    void theNightlySweepClearsWhatNobodyTookUp() throws Exception {
        var id = Payroll.idOf(null, FIRM, YearMonth.of(2022, 2));
        cutOff(id, 0, orphans(id, 1, 5));
        assertThat(stored(id)).isEqualTo(5);

        sweep(8);
        assertThat(stored(id)).as("today's are left alone").isEqualTo(5);
        clock.set("2024-04-09");
        sweep(9);
        assertThat(stored(id)).isZero();
        sweep(9);
    }

    @Test
    void aReplacementAndAPaymentThatWereCutOffLeaveTheLinesAsTheyWere() throws Exception {
        var id = steps.uploaded("2022-03", PayrollSteps.sheetOf(3, "10.00"));
        var payroll = payrolls.find(id).orElseThrow();
        int number = cutOff(id, payroll.number(), orphans(id, payroll.number() + 1, 2));
        var all = new ArrayList<String>();
        lines.each(payroll, line -> all.add(line.id()));
        lines.prepare(List.of(), all, number, () -> true);
        lines.preparePayment(payroll, null, number, new PayrollLine.Payment(LocalDate.of(2024, 4, 8), "b", null));

        assertThat(steps.lines(id)).hasSize(3).noneMatch(line -> line.path("paid_on")
                .isString());
        assertThat(steps.get(id).body().at("/unpaid").asString()).isEqualTo("30.00");

        clock.set(clock.instant().plusSeconds(16));
        steps.uploaded("2022-03", PayrollSteps.sheetOf(4, "10.00"));
        assertThat(steps.lines(id)).hasSize(4);
        assertThat(stored(id)).isEqualTo(4);
    }

    @Test
    void sheetsThatComeAtTheSameTimeMakeOnePayrollWithOneSetOfLines() throws Exception {
        var statuses = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                statuses.add(threads.submit(() -> steps.upload("2022-04", PayrollSteps.sheetOf(50, "10.00"))
                        .status()));
            }
        }
        for (var status : statuses) {
            assertThat(status.get()).isIn(200, 201, 409);
        }
        var id = steps.uploaded("2022-04", PayrollSteps.sheetOf(50, "10.00"));
        assertThat(steps.lines(id)).hasSize(50);
        assertThat(stored(id)).isEqualTo(50);
    }
}
