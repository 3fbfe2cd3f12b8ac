package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What was wrong is put right: in a draft, after a return, and after payment.
@ServiceTest
class PayrollCorrectionTest {

    private static final String FIRM = "91350404MA0FJM0637";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    private PayrollSteps steps;

    @BeforeEach
    void begin() {
        clock.set("2024-04-08");
        steps = new PayrollSteps(api, FIRM);
    }

    private void confirmAll(String id) {
        steps.lines(id).forEach(line -> assertThat(steps.tap(line).status()).isEqualTo(200));
    }

    @Test
    void aReturnedPayrollIsCorrectedConfirmedWhereItChangedAndPaid() {
        var id = steps.uploaded(
                "2023-01", PayrollSteps.sheet(PayrollSteps.row(1, "6850.00"), PayrollSteps.row(2, "5000.00")));
        confirmAll(id);
        steps.done(id, "workers_sign", null);
        steps.done(id, "submit", null);
        steps.done(id, "return", Map.of("reason", "worker 2 worked three days more"));

        steps.uploaded("2023-01", PayrollSteps.sheet(PayrollSteps.row(1, "6850.00"), PayrollSteps.row(2, "5600.00")));

        var lines = steps.byNet(id);
        assertThat(lines.get("6850.00").path("confirmed_at").isString()).isTrue();
        assertThat(lines.get("5600.00").path("confirmed_at").isString()).isFalse();
        assertThat(steps.get(id).body().at("/confirmed").asInt()).isEqualTo(1);
        assertThat(steps.post(id, "workers_sign", null).text("/errors/0/code")).isEqualTo("LINES_NOT_CONFIRMED");

        assertThat(steps.tap(lines.get("5600.00")).status()).isEqualTo(200);
        steps.done(id, "workers_sign", null);
        steps.toBank(id);
        assertThat(steps.paid(id, "2024-04-08").body().at("/total").asString()).isEqualTo("12450.00");
    }

    @Test
    void aDraftWithAnUnreadRowThatSomebodyConfirmedTakesACleanSheet() {
        var good = PayrollSteps.row(3, "4000.00");
        var id = steps.uploaded("2023-02", PayrollSteps.sheet(good, "测试工人丙,350404199003070010,1.00,1.00\n"));
        confirmAll(id);
        assertThat(steps.get(id).body().at("/unread_rows").asInt()).isEqualTo(1);
        assertThat(steps.get(id).body().at("/unread/0/row").asInt()).isEqualTo(3);
        assertThat(steps.post(id, "workers_sign", null).text("/errors/0/code")).isEqualTo("ROWS_REJECTED");

        steps.uploaded("2023-02", PayrollSteps.sheet(good, PayrollSteps.row(4, "1.00")));

        assertThat(steps.get(id).body().at("/unread_rows").asInt()).isZero();
        assertThat(steps.byNet(id).get("4000.00").path("confirmed_at").isString())
                .isTrue();
        confirmAll(id);
        steps.done(id, "workers_sign", null);
    }

    @Test
    void oneLineIsCorrectedAndItsConfirmationFallsButNobodyElses() {
        var id = steps.uploaded(
                "2023-03", PayrollSteps.sheet(PayrollSteps.row(5, "3000.00"), PayrollSteps.row(6, "3100.00")));
        confirmAll(id);
        var before = steps.byNet(id).get("3000.00");
        var better = Map.of(
                "person_id", before.path("person_id").asString(),
                "gross", "3300.00",
                "deductions", List.of(Map.of("kind", "SOCIAL_INSURANCE", "amount", "100.00")),
                "net", "3200.00",
                "reason", "overtime forgotten");
        steps.done(id, "correct", better);

        var lines = steps.byNet(id);
        assertThat(lines).containsOnlyKeys("3100.00", "3200.00");
        assertThat(lines.get("3200.00").path("confirmed_at").isString()).isFalse();
        assertThat(lines.get("3100.00").path("confirmed_at").isString()).isTrue();
        assertThat(steps.get(id).body().at("/total").asString()).isEqualTo("6300.00");
        // whoever still has the old payslip on the screen does not confirm the new one with it
        var late = steps.tap(before);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/errors/0/code")).isEqualTo("PAYSLIP_WAS_REPLACED");

        var history = steps.as(FIRM)
                .get(PayrollSteps.PAYROLLS + '/' + id + "/lines/"
                        + before.path("person_id").asString());
        assertThat(history.body().at("/items")).hasSize(2);
        assertThat(history.body().at("/items/1/correction/reason").asString()).isEqualTo("overtime forgotten");
    }

    @Test
    void aCorrectionAfterPaymentKeepsWhatWasPaidAndWhatIsMissingIsBackPay() {
        var id = steps.uploaded(
                "2023-04", PayrollSteps.sheet(PayrollSteps.row(7, "3000.00"), PayrollSteps.row(8, "3100.00")));
        confirmAll(id);
        steps.done(id, "workers_sign", null);
        steps.toBank(id);
        steps.paid(id, "2024-04-08");
        var person = steps.byNet(id).get("3000.00").path("person_id").asString();

        var more = steps.post(
                id,
                "correct",
                Map.of("person_id", person, "gross", "3500.00", "net", "3500.00", "reason", "a week forgotten"));
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.text("/errors/0/code")).isEqualTo("DIFFERENCE_IS_BACK_PAY");
        steps.done(
                id,
                "correct",
                Map.of("person_id", person, "gross", "2900.00", "net", "2900.00", "reason", "advance counted twice"));
        var line = steps.byNet(id).get("2900.00");
        assertThat(line.path("credited").asString()).isEqualTo("3000.00");
        assertThat(line.path("paid_on").asString()).isEqualTo("2024-04-08");
        assertThat(steps.get(id).body().at("/unpaid").asString()).isEqualTo("0.00");

        var sheet = PayrollSteps.sheet(PayrollSteps.row(7, "500.00"));
        var backPay = steps.uploaded("2023-04", sheet, "&back_pay_of=" + id);
        assertThat(backPay).isNotEqualTo(id);
        assertThat(steps.uploaded("2023-04", sheet, "&back_pay_of=" + id)).isEqualTo(backPay);
        assertThat(steps.get(backPay).body().at("/back_pay/payroll_id").asString())
                .isEqualTo(id);
        assertThat(steps.get(backPay).body().at("/back_pay/running").asInt()).isEqualTo(1);
        confirmAll(backPay);
        steps.done(backPay, "workers_sign", null);
        steps.toBank(backPay);
        steps.paid(backPay, "2024-04-08");
        var second = steps.uploaded("2023-04", PayrollSteps.sheet(PayrollSteps.row(8, "1.00")), "&back_pay_of=" + id);
        assertThat(steps.get(second).body().at("/back_pay/running").asInt()).isEqualTo(2);
        assertThat(steps.get(id).body().at("/total").asString()).isEqualTo("6000.00");
    }

    @Test
    void backPayWaitsUntilThePayrollItselfCanNoLongerBeCorrected() {
        var id = steps.uploaded("2023-05", PayrollSteps.sheet(PayrollSteps.row(9, "3000.00")));
        var early = steps.upload("2023-05", PayrollSteps.sheet(PayrollSteps.row(10, "1.00")), "&back_pay_of=" + id);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("/errors/0/code")).isEqualTo("CORRECT_THE_PAYROLL_ITSELF");
        var unknown = steps.upload("2023-05", PayrollSteps.sheet(PayrollSteps.row(10, "1.00")), "&back_pay_of=pr-none");
        assertThat(unknown.text("/errors/0/code")).isEqualTo("UNKNOWN_PAYROLL");
    }

    @Test
    void replacingASheetLeavesATraceAndTheSameSheetNone() {
        var sheet = PayrollSteps.sheet(PayrollSteps.row(11, "3000.00"));
        var id = steps.uploaded("2023-06", sheet);
        steps.uploaded("2023-06", PayrollSteps.sheet(PayrollSteps.row(11, "3000.01")));
        var etag = steps.get(id).raw().headers().firstValue("ETag");
        steps.uploaded("2023-06", PayrollSteps.sheet(PayrollSteps.row(11, "3000.01")));

        assertThat(steps.get(id).raw().headers().firstValue("ETag")).isEqualTo(etag);
        assertThat(payrolls.find(id).orElseThrow().file().history())
                .extracting(entry -> entry.command(), entry -> entry.by())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("replace_sheet", "firm-" + FIRM));
    }

    @Autowired
    Payrolls payrolls;

    @Test
    void aWorkerReadsAndConfirmsHisOwnPayslipsOnlyTheLatestFirst() {
        steps.uploaded(
                "2023-07", PayrollSteps.sheet(PayrollSteps.row(90012, "3000.00"), PayrollSteps.row(90013, "1.00")));
        var id = steps.uploaded(
                "2023-08", PayrollSteps.sheet(PayrollSteps.row(90012, "3001.00"), PayrollSteps.row(90013, "2.00")));
        var own = steps.byNet(id).get("3001.00");
        var other = steps.byNet(id).get("2.00");

        var first = steps.worker(own).get(PayrollSteps.PAYSLIPS + "?limit=1");
        assertThat(first.body().at("/items/0/period").asString()).isEqualTo("2023-08");
        var second = steps.worker(own).get(PayrollSteps.PAYSLIPS + "?limit=1&after=" + first.text("/next"));
        assertThat(second.body().at("/items/0/period").asString()).isEqualTo("2023-07");
        assertThat(second.body().at("/next").isNull()).isTrue();
        assertThat(steps.worker(own).get(PayrollSteps.PAYSLIPS).body().at("/items"))
                .hasSize(2);

        var foreign = PayrollSteps.PAYSLIPS + '/' + other.path("id").asString();
        assertThat(steps.worker(own).get(foreign).status()).isEqualTo(404);
        assertThat(steps.worker(own).post(foreign + "/confirm", null).status()).isEqualTo(404);
        assertThat(steps.worker(own)
                        .get(PayrollSteps.PAYROLLS + '/' + id + "/lines")
                        .status())
                .isEqualTo(404);
        assertThat(steps.as("91350404MA0FJM012Y")
                        .get(PayrollSteps.PAYROLLS + '/' + id + "/lines")
                        .status())
                .isEqualTo(404);
        assertThat(steps.tap(own).status()).isEqualTo(200);
        assertThat(steps.tap(own).status()).isEqualTo(200);
        assertThat(steps.get(id).body().at("/confirmed").asInt()).isEqualTo(1);
    }
}
