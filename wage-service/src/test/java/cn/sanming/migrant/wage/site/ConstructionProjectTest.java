package cn.sanming.migrant.wage.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.site.ConstructionProject.Cover;
import cn.sanming.migrant.wage.site.ConstructionProject.Readiness;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstructionProjectTest {

    private static final Readiness READY = new Readiness(true, true, true);
    private static final LocalDate CHECKED = LocalDate.parse("2024-02-28");

    private final ConstructionProject project = ConstructionProject.registered(
            new ConstructionProject.Terms(
                    "Riverside",
                    "1 River Road",
                    "91350404MA0FJM0637",
                    Acting.CONTRACTOR,
                    Industry.HOUSING,
                    false,
                    Money.of("2800000.00"),
                    LocalDate.parse("2024-02-01"),
                    10,
                    Money.of("157550.00")),
            List.of(Acting.FIRM),
            "350404",
            Acting.firm(Acting.CONTRACTOR, "2024-02-05"));

    private void prepared() {
        project.name(new LabourOfficer(new Sealed("a", "b"), new Sealed("c", "d"), "138****5678", CHECKED));
        project.check(new NoticeBoard(List.of("OWNER"), "photo-1", CHECKED, List.of()), CHECKED);
    }

    @Test
    void namesEverythingThatStandsAgainstTheStartAtOnce() {
        var verdict = project.start(new Readiness(false, false, false), Acting.firm(Acting.CONTRACTOR, "2024-03-01"));

        assertThat(Acting.codes(verdict))
                .containsExactly("SPECIAL_ACCOUNT", "DEPOSIT", "NOTICE_BOARD", "LABOUR_OFFICER", "PROJECT_NOT_INSURED");
        assertThat(project.startedOn()).isNull();
        assertThat(Acting.types(project.file())).isEmpty();
    }

    @Test
    void doesNotStartBehindAnIncompleteNoticeBoard() {
        prepared();
        project.check(new NoticeBoard(List.of("OWNER"), "photo-2", CHECKED, List.of("LEGAL_AID_CHANNEL")), CHECKED);

        var verdict = project.start(READY, Acting.firm(Acting.CONTRACTOR, "2024-03-01"));

        assertThat(Acting.codes(verdict)).containsExactly("NOTICE_BOARD");
    }

    @Test
    void saysWhoStartsWhatAndWhereWhenAllIsReady() {
        prepared();

        var verdict = project.start(READY, Acting.firm(Acting.CONTRACTOR, "2024-03-01"));

        assertThat(Acting.codes(verdict)).isEmpty();
        assertThat(Acting.types(project.file())).containsExactly("wage.project.started");
        var event = Acting.lastEvent(project.file());
        assertThat(event.path("contract_price").asString()).isEqualTo("2800000.00");
        assertThat(event.path("started_on").asString()).isEqualTo("2024-03-01");
        assertThat(event.path("industry").asString()).isEqualTo("HOUSING");
        assertThat(event.has("project_id")).isFalse();
    }

    @Test
    void settlesOnlyWhenNobodyIsOwedAnything() {
        var context = Acting.firm(Acting.CONTRACTOR, "2025-01-10");
        var until = LocalDate.parse("2028-01-10");

        assertThat(Acting.codes(project.settle(1, false, until, context))).containsExactly("WAGES_NOT_PAID");
        assertThat(Acting.codes(project.settle(0, true, until, context))).containsExactly("WAGES_NOT_PAID");
        assertThat(Acting.codes(project.settle(0, false, until, context))).isEmpty();
        assertThat(project.ledgerRetainUntil()).isEqualTo(until);
    }

    @Test
    void takesAnExtensionOfTheSamePolicyInPlaceOfTheOldOne() {
        var from = LocalDate.parse("2024-03-01");
        var longer = new Cover("po-1", from, LocalDate.parse("2025-06-30"));

        assertThat(project.insure(new Cover("po-1", from, LocalDate.parse("2024-12-31"))))
                .isTrue();
        assertThat(project.insure(longer)).isTrue();
        assertThat(project.insure(longer)).isFalse();

        assertThat(project.covers()).containsExactly(longer);
    }

    @Test
    void refusesABoardThatIsCheckedTomorrow() {
        var board = new NoticeBoard(List.of(), "photo-1", CHECKED.plusDays(1), List.of());

        assertThat(Acting.codes(project.check(board, CHECKED))).containsExactly("CHECKED_IN_THE_FUTURE");
    }

    @Test
    void countsASubcontractorOnce() {
        project.subcontract(Acting.FIRM);
        project.subcontract("91350404MA0FJM031X");

        assertThat(project.subcontractors()).containsExactly(Acting.FIRM, "91350404MA0FJM031X");
        assertThat(project.involves("91350404MA0FJM031X")).isTrue();
        assertThat(project.involves("91350404MA0FJM0637")).isFalse();
    }
}
