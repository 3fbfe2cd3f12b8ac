package cn.sanming.migrant.wage.blacklist;

import static cn.sanming.migrant.wage.Acting.codes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.blacklist.ListingForms.Criminal;
import cn.sanming.migrant.wage.policy.BlacklistDates;
import cn.sanming.migrant.wage.policy.EarlyRemoval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlacklistEntryTest {

    private static final RuleBook BOOK = new RuleTable().book();
    private static final LocalDate DUE = LocalDate.parse("2024-06-06");
    private static final List<ResponsiblePerson> PERSONS =
            List.of(new ResponsiblePerson("测试甲", "LEGAL_REPRESENTATIVE"));

    private static Optional<DefaultedOrder> order(
            boolean defaulted, @Nullable String paidOn, @Nullable String revokedOn, boolean referred) {
        return Optional.of(new DefaultedOrder(
                "ac-1",
                "or-1",
                Acting.FIRM,
                "350404",
                DUE,
                defaulted,
                true,
                false,
                paidOn == null ? null : LocalDate.parse(paidOn),
                revokedOn == null ? null : LocalDate.parse(revokedOn),
                referred));
    }

    private static final Optional<DefaultedOrder> OPEN = order(true, null, null, false);
    private static final Optional<DefaultedOrder> PAID = order(true, "2024-08-01", null, false);

    private static CommandContext head(String day) {
        return Acting.officer("INSPECTION_HEAD", day);
    }

    private static Decision<BlacklistDates.Finding> dates(String served, @Nullable String listed) {
        return BOOK.decide(
                new BlacklistDates(),
                new BlacklistDates.Facts(
                        DUE, LocalDate.parse(served), listed == null ? null : LocalDate.parse(listed), null));
    }

    private static BlacklistEntry proposed() {
        return BlacklistEntry.propose(OPEN.orElseThrow(), ListingGround.CRIME_AMOUNT, Acting.system("2024-06-07"));
    }

    private static BlacklistEntry served() {
        var entry = proposed();
        step(
                entry,
                BlacklistState.NOTICE_SERVED,
                entry.serveNotice(OPEN, null, PERSONS, dates("2024-06-14", null), head("2024-06-14")));
        return entry;
    }

    private static BlacklistEntry listed() {
        var entry = served();
        step(entry, BlacklistState.READY, entry.lapse(Acting.system("2024-06-22")));
        step(entry, BlacklistState.LISTED, entry.list(OPEN, dates("2024-06-14", "2024-06-24"), head("2024-06-24")));
        return entry;
    }

    private static void step(BlacklistEntry entry, BlacklistState to, Verdict verdict) {
        assertThat(codes(verdict)).isEmpty();
        entry.file().move("-", to.name(), "-", head("2024-06-14"), null);
    }

    private static Verdict request(BlacklistEntry entry, Optional<DefaultedOrder> order, boolean promise, String day) {
        var context = Acting.firm(Acting.FIRM, day);
        var facts = entry.conduct().facts(entry.listing(), order, promise, context.today());
        var decision = facts == null ? null : BOOK.decide(new EarlyRemoval(), facts);
        return entry.requestEarlyRemoval(facts, decision, context.today().plusDays(20), context);
    }

    @Test
    void isTheSameEntryHoweverOftenTheOrderIsProposed() {
        assertThat(proposed().id()).isEqualTo(proposed().id()).isEqualTo(BlacklistEntry.idOf("or-1"));
    }

    @Test
    void servesNoNoticeWithoutADefaultedOrderAGroundAndPersons() {
        var nothing = order(false, null, "2024-06-10", false);
        var entry =
                BlacklistEntry.propose(OPEN.orElseThrow(), ListingGround.SEVERE_IMPACT, Acting.system("2024-06-07"));

        var verdict = entry.serveNotice(nothing, null, List.of(), dates("2024-06-14", null), head("2024-06-14"));

        assertThat(codes(verdict))
                .containsExactly(
                        "ORDER_NOT_DEFAULTED",
                        "LISTING_GROUND_NOT_MET",
                        "ORDER_REVOKED",
                        "RESPONSIBLE_PERSONS_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"2024-06-17, true", "2024-06-21, true", "2024-06-22, false"})
    void hearsObjectionsWithinFiveWorkingDays(String day, boolean inTime) {
        var verdict = served().object("we paid", LocalDate.parse("2024-06-28"), Acting.firm(Acting.FIRM, day));

        assertThat(codes(verdict).isEmpty()).isEqualTo(inTime);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-21, false", "2024-06-22, true"})
    void lapsesOnlyWhenTheWindowIsOver(String day, boolean over) {
        assertThat(codes(served().lapse(Acting.system(day))).isEmpty()).isEqualTo(over);
    }

    @Test
    void rejectsAnObjectionInTimeOrNotAtAll() {
        var entry = served();
        var verifyBy = LocalDate.parse("2024-06-28");
        step(
                entry,
                BlacklistState.OBJECTION,
                entry.object("we paid", verifyBy, Acting.firm(Acting.FIRM, "2024-06-21")));

        assertThat(codes(entry.rejectObjection(head("2024-06-29")))).containsExactly("VERIFICATION_DEADLINE_PASSED");
        assertThat(codes(entry.rejectObjection(head("2024-06-28")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-05, false, true",
        "2024-07-06, false, false",
        "2024-08-02, true, true",
        "2024-08-03, true, false"
    })
    void isListedWithinTheTimeToDecide(String day, boolean extended, boolean inTime) {
        var entry = served();
        if (extended) {
            assertThat(codes(entry.extend("complex", head("2024-07-05")))).isEmpty();
            assertThat(codes(entry.extend("again", head("2024-07-05")))).containsExactly("ALREADY_EXTENDED");
        }

        var verdict = entry.list(OPEN, dates("2024-06-14", day), head(day));

        assertThat(codes(verdict).isEmpty()).isEqualTo(inTime);
        if (verdict instanceof Verdict.Refused(var refusal)) {
            assertThat(refusal.kind()).isEqualTo(Kind.DEADLINE_PASSED);
            assertThat(Acting.types(entry.file())).isEmpty();
        }
    }

    @Test
    void isNotExtendedOnceTheTimeIsOver() {
        assertThat(codes(served().extend("late", head("2024-07-06")))).containsExactly("DECISION_DEADLINE_PASSED");
        assertThat(codes(listed().extend("late", head("2024-07-01")))).containsExactly("NO_DECISION_PENDING");
    }

    @Test
    void saysWhoIsListedWhyAndUntilWhen() {
        var event = Acting.lastEvent(listed().file());

        assertThat(event.path("listed_until").asString()).isEqualTo("2027-06-24");
        assertThat(event.at("/persons/0/role").asString()).isEqualTo("LEGAL_REPRESENTATIVE");
        assertThat(event.path("ground").asString()).isEqualTo("CRIME_AMOUNT");
        assertThat(event.has("entry_id")).isFalse();
    }

    @Test
    void isWaivedWithPaymentAndPromise() {
        var entry = served();

        assertThat(codes(entry.waive(OPEN))).containsExactly("NOT_PAID_IN_FULL", "COMMITMENT_MISSING");
        entry.commit(Acting.firm(Acting.FIRM, "2024-06-20"));
        assertThat(codes(entry.waive(OPEN))).containsExactly("NOT_PAID_IN_FULL");
        assertThat(codes(entry.waive(PAID))).isEmpty();
    }

    @Test
    void isRemovedEarlySixMonthsAfterPayment() {
        assertThat(codes(request(listed(), OPEN, true, "2025-02-05"))).containsExactly("NOT_CORRECTED");
        assertThat(codes(request(listed(), PAID, true, "2025-01-31")))
                .containsExactly("EARLY_REMOVAL_BEFORE_2025-02-01");
        assertThat(codes(request(listed(), PAID, false, "2025-01-31")))
                .containsExactly("EARLY_REMOVAL_BEFORE_2025-02-01", "COMMITMENT_MISSING");
        assertThat(codes(request(listed(), PAID, true, "2025-02-01"))).isEmpty();
    }

    @Test
    void remembersThePromiseGivenBefore() {
        var entry = listed();
        entry.commit(Acting.firm(Acting.FIRM, "2024-08-01"));

        assertThat(codes(request(entry, PAID, false, "2025-02-05"))).isEmpty();
        assertThat(entry.conduct().commitmentOn()).isEqualTo("2024-08-01");
    }

    @Test
    void staysListedWithNewArrearsButNotWithOldOnes() {
        var entry = listed();

        assertThat(codes(entry.newArrears(LocalDate.parse("2024-06-23")))).containsExactly("NOT_NEW_ARREARS");
        assertThat(codes(request(entry, PAID, true, "2025-02-05"))).isEmpty();
        assertThat(codes(entry.newArrears(LocalDate.parse("2024-06-24")))).isEmpty();
        assertThat(codes(request(entry, PAID, true, "2025-02-05"))).containsExactly("NEW_ARREARS_WHILE_LISTED");
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, false", "CONVICTED, false", "NOT_PROSECUTED, true", "NONE, true"})
    void staysListedWhileCriminalProceedingsRunOrEndedInConviction(Criminal standing, boolean free) {
        var referred = order(true, "2024-08-01", null, true);
        var entry = listed();
        assertThat(codes(request(entry, referred, true, "2025-02-05"))).containsExactly("CRIMINAL_PROCEEDINGS");

        entry.proceedings(standing);

        assertThat(codes(request(entry, referred, true, "2025-02-05")).isEmpty())
                .isEqualTo(free);
    }

    @ParameterizedTest
    @CsvSource({"2027-06-23, false", "2027-06-24, true"})
    void expiresAfterThreeYears(String day, boolean over) {
        var entry = listed();

        assertThat(codes(entry.expire(Acting.system(day))).isEmpty()).isEqualTo(over);
        if (over) {
            assertThat(Acting.lastEvent(entry.file()).path("reason").asString()).isEqualTo("EXPIRED");
        }
    }

    @Test
    void isAnnulledOnlyWhenTheOrderWasRevoked() {
        var entry = listed();

        assertThat(codes(entry.annul(OPEN, head("2024-07-20")))).containsExactly("ORDER_NOT_REVOKED");
        assertThat(codes(entry.annul(order(true, null, "2024-07-19", false), head("2024-07-20"))))
                .isEmpty();
        var event = Acting.lastEvent(entry.file());
        assertThat(event.path("reason").asString()).isEqualTo("ANNULLED");
        assertThat(event.path("removed_on").asString()).isEqualTo("2024-07-20");
    }

    @Test
    void isNotListedOnARevokedOrder() {
        var entry = served();

        assertThat(codes(entry.list(
                        order(true, null, "2024-06-20", false), dates("2024-06-14", "2024-06-24"), head("2024-06-24"))))
                .containsExactly("ORDER_REVOKED");
    }
}
