package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A whole site confirms at the same time. `-Dpayroll.workers=10000` measures it at full size.
@ServiceTest
class ConfirmationTest {

    private static final int WORKERS = Integer.getInteger("payroll.workers", 1000);
    private static final int AT_ONCE = 8;

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Payrolls payrolls;

    private record Tap(Api worker, String path) {}

    @Test
    void everyWorkerConfirmsWithoutAConflictAndThePayrollIsNotWritten() throws Exception {
        clock.set("2024-04-08");
        var steps = new PayrollSteps(api, "91350404MA0FJM020R");
        long begun = System.nanoTime();
        var id = steps.uploaded("2023-09", PayrollSteps.sheetOf(WORKERS, "5000.00"));
        long imported = System.nanoTime() - begun;
        var before = steps.get(id).raw().headers().firstValue("ETag");
        var taps = new ArrayList<Callable<long[]>>();
        for (var line : steps.lines(id)) {
            var worker = api.as(Who.worker(line.path("person_id").asString()));
            var path = PayrollSteps.PAYSLIPS + '/' + line.path("id").asString() + "/confirm";
            taps.add(() -> {
                long from = System.nanoTime();
                int status = worker.post(path, null).status();
                return new long[] {status, System.nanoTime() - from};
            });
        }
        var times = new ArrayList<Long>();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : threads.invokeAll(taps)) {
                assertThat(done.get()[0]).isEqualTo(200);
                times.add(done.get()[1]);
            }
        }
        long took = System.nanoTime() - start;
        times.sort(null);
        System.out.printf(
                "%d workers: import %d ms; %d confirm at once: %.0f/s, p95 %.1f ms%n",
                WORKERS, imported / 1_000_000, AT_ONCE, WORKERS * 1e9 / took, times.get(WORKERS * 95 / 100) / 1e6);

        assertThat(steps.get(id).raw().headers().firstValue("ETag")).isEqualTo(before);
        assertThat(steps.get(id).body().at("/confirmed").asInt()).isEqualTo(WORKERS);
        assertThat(payrolls.find(id).orElseThrow().file().history()).isEmpty();
        steps.done(id, "workers_sign", null);
    }
}
