package cn.sanming.migrant.wage.contract;

import static cn.sanming.migrant.wage.Acting.FIRM;
import static cn.sanming.migrant.wage.Acting.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.contract.ContractForms.Draft;
import cn.sanming.migrant.wage.contract.ContractForms.Renewal;
import cn.sanming.migrant.wage.contract.ContractForms.Termination;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LabourContractTest {

    private static final LocalDate START = LocalDate.of(2024, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 2, 28);

    private final CommandContext firm = Acting.firm(FIRM, "2024-03-10");
    private final CommandContext worker = Acting.worker(WORKER, "2024-03-11");
    private final LabourContract contract = LabourContract.draft(draft(ContractTerm.FIXED, LAST), "em-1", firm);

    private static Draft draft(ContractTerm term, LocalDate endsOn) {
        return new Draft(WORKER, FIRM, "350404", START, term, endsOn, 1, Money.of("5000.00"), 15, "welder");
    }

    private void active() {
        contract.countersign(Side.EMPLOYER, null, firm);
        contract.sign(Side.WORKER, null, worker);
        contract.file().move("sign", "ACTIVE", "WORKER", worker, null);
    }

    @Test
    void standsOnlyWhenBothSidesHaveSigned() {
        assertThat(Acting.codes(contract.sign(Side.WORKER, null, worker)))
                .containsExactly("EMPLOYER_SIGNATURE_MISSING");
        assertThat(contract.signedOn()).isNull();
        assertThat(Acting.codes(contract.countersign(Side.EMPLOYER, null, firm)))
                .isEmpty();
        assertThat(Acting.codes(contract.sign(Side.EMPLOYER, null, firm))).containsExactly("WORKER_SIGNATURE_MISSING");
        assertThat(Acting.codes(contract.sign(Side.WORKER, null, worker))).isEmpty();
        assertThat(contract.signedOn()).isEqualTo("2024-03-11");
        assertThat(Acting.lastEvent(contract.file()).path("signed_on").asString())
                .isEqualTo("2024-03-11");
        assertThat(Acting.lastEvent(contract.file()).path("term").asString()).isEqualTo("FIXED");
    }

    @Test
    void takesTheDayOfAPaperContractWhenBothSidesAgreeOnIt() {
        contract.countersign(Side.EMPLOYER, START, firm);
        assertThat(Acting.codes(contract.sign(Side.WORKER, START.plusDays(1), worker)))
                .containsExactly("SIGNED_ON_DISAGREED");
        assertThat(Acting.codes(contract.sign(Side.WORKER, null, worker))).isEmpty();
        assertThat(contract.signedOn()).isEqualTo(START);
    }

    @Test
    void refusesASignatureOfTomorrow() {
        assertThat(Acting.codes(contract.countersign(Side.EMPLOYER, LocalDate.of(2024, 3, 11), firm)))
                .containsExactly("SIGNED_IN_THE_FUTURE");
    }

    @Test
    void knowsTheSideOfWhoActs() {
        assertThat(contract.sideOf(firm)).isEqualTo(Side.EMPLOYER);
        assertThat(contract.sideOf(worker)).isEqualTo(Side.WORKER);
    }

    @Test
    void isRenewedWhenTheOtherSideAgrees() {
        active();
        assertThat(Acting.codes(contract.renew(Side.WORKER, worker))).containsExactly("NO_RENEWAL_PROPOSED");
        contract.propose(Side.EMPLOYER, new Renewal(ContractTerm.FIXED, LAST.plusYears(1), Money.of("5500.00")), firm);
        assertThat(Acting.codes(contract.renew(Side.EMPLOYER, firm))).containsExactly("WORKER_SIGNATURE_MISSING");
        assertThat(Acting.codes(contract.renew(Side.WORKER, worker))).isEmpty();
        assertThat(contract.view().endsOn()).isEqualTo(LAST.plusYears(1));
        assertThat(contract.view().monthlyWage()).isEqualTo(Money.of("5500.00"));
        assertThat(contract.view().proposal()).isNull();
    }

    @Test
    void expiresOnTheDayAfterItsLastDay() {
        active();
        assertThat(Acting.codes(contract.expire(Acting.system("2025-02-28")))).containsExactly("TERM_NOT_OVER");
        assertThat(Acting.codes(contract.expire(Acting.system("2025-03-01")))).isEmpty();
        assertThat(contract.view().endedOn()).isEqualTo(LAST);
    }

    @Test
    void neverExpiresWithoutALastDay() {
        var open = LabourContract.draft(draft(ContractTerm.OPEN, null), "em-1", firm);
        assertThat(open.isOver(LocalDate.of(2099, 1, 1))).isFalse();
    }

    @Test
    void endsOnlyOnAGroundThatIsOpenToTheSide() {
        active();
        var notice = new Termination(TerminationGround.WORKER_NOTICE_ART_37, LocalDate.of(2024, 3, 11));
        assertThat(Acting.codes(contract.terminate(Side.EMPLOYER, notice, firm)))
                .containsExactly("GROUND_NOT_OPEN_TO_THIS_SIDE", "END_IN_THE_FUTURE");
        assertThat(Acting.codes(contract.terminate(Side.WORKER, notice, worker)))
                .isEmpty();
        assertThat(contract.view().endedOn()).isEqualTo("2024-03-11");
    }

    @Test
    void asksAFixedTermForItsLastDayAndNoOtherForOne() {
        assertThat(draft(ContractTerm.FIXED, null).faults()).hasSize(1);
        assertThat(draft(ContractTerm.FIXED, START.minusDays(1)).faults()).hasSize(1);
        assertThat(draft(ContractTerm.FIXED, START).faults()).isEmpty();
        assertThat(draft(ContractTerm.PROJECT, LAST).faults()).hasSize(1);
    }
}
