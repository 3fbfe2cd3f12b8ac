package cn.sanming.migrant.subsidy.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import cn.sanming.migrant.subsidy.claim.ApprovedCases;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What was paid wrongly comes back, in parts if need be, and each case stands in the ledger once.
@ServiceTest
class ReclaimServiceTest {

    private static final String APPLICATIONS = "/api/v1/subsidies/applications";
    private static final String RECLAIMS = "/api/v1/subsidies/reclaims";
    private static final Map<String, ?> ALL = Map.of("amount", "1300.00");
    private static final Map<String, ?> WHY = Map.of("reason", "the certificate was obtained by fraud");

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    @BeforeEach
    void beginOnADay() {
        clock.set("2024-09-02");
    }

    private static Who finance() {
        return Who.officer("u-40", null, "FINANCE_OFFICER");
    }

    private static Who head() {
        return Who.officer("u-31", null, "HR_HEAD");
    }

    private String paid(String person, String certificate) {
        var entitlement = Entitlement.idsOf(certificate).getFirst();
        var document =
                ApprovedCases.document(mongo.getConverter(), "350404", LocalDate.of(2024, 8, 1), person, entitlement);
        mongo.getCollection("subsidy-applications").insertOne(document);
        var id = document.getString("_id");
        assertThat(api.as(finance()).post(APPLICATIONS + "/" + id + "/pay", ALL).text("/state"))
                .isEqualTo("PAID");
        return id;
    }

    private void revoked(String certificate, String person) {
        events.publish(
                "training.certificate.revoked",
                certificate,
                "350404",
                clock.instant(),
                Map.of("person_id", person, "reason", "FRAUD"));
    }

    private Api.Answer ledger(String application) {
        return api.as(head()).get(RECLAIMS + "/" + Reclaim.idOf(application));
    }

    private void awaitLedger(String application, String state) {
        Awaitility.await(state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> ledger(application).text("/state").equals(state));
    }

    @Test
    void reclaimsInPartsWhatWasPaidForARevokedCertificate() {
        var id = paid("P-fraud", "CE-fraud");
        revoked("CE-fraud", "P-fraud");
        revoked("CE-fraud", "P-fraud");
        awaitLedger(id, "PROPOSED");
        assertThat(ledger(id).text("/cause")).isEqualTo("CERTIFICATE_REVOKED");
        var receive = RECLAIMS + "/" + Reclaim.idOf(id) + "/receive";
        var part = Map.of("number", "R-1", "amount", "300.00", "received_on", "2024-09-02");
        assertThat(api.as(finance()).post(receive, part).text("/errors/0/code")).isEqualTo("NOTHING_ORDERED");

        api.as(head()).post(APPLICATIONS + "/" + id + "/claw_back", WHY);
        awaitLedger(id, "ORDERED");
        assertThat(events.await("subsidy.application.clawedback", id)
                        .data()
                        .path("amount")
                        .asString())
                .isEqualTo("1300.00");
        assertThat(api.as(finance()).post(receive, part).text("/open")).isEqualTo("1000.00");
        assertThat(api.as(finance()).post(receive, part).text("/open")).isEqualTo("1000.00");
        var other = Map.of("number", "R-1", "amount", "200.00", "received_on", "2024-09-02");
        assertThat(api.as(finance()).post(receive, other).text("/errors/0/code"))
                .isEqualTo("RECEIPT_NUMBER_USED");
        var tooMuch = Map.of("number", "R-2", "amount", "1000.01", "received_on", "2024-09-02");
        assertThat(api.as(finance()).post(receive, tooMuch).text("/errors/0/code"))
                .isEqualTo("MORE_THAN_OWED");
        assertThat(api.as(finance())
                        .post(APPLICATIONS + "/" + id + "/repay", ALL)
                        .text("/errors/0/code"))
                .isEqualTo("PARTLY_REPAID");
        var rest = Map.of("number", "R-2", "amount", "1000.00", "received_on", "2024-09-02");
        assertThat(api.as(finance()).post(receive, rest).text("/open")).isEqualTo("0.00");
        assertThat(api.as(finance())
                        .post(APPLICATIONS + "/" + id + "/repay", ALL)
                        .text("/state"))
                .isEqualTo("REPAID");
        assertThat(ledger(id).text("/state")).isEqualTo("SETTLED");
        var own = api.as(Who.worker("P-fraud")).get(RECLAIMS);
        assertThat(own.body().path("items").size()).isEqualTo(1);
        assertThat(api.as(Who.worker("P-other"))
                        .get(RECLAIMS)
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void booksARepaymentInOneGoEvenBeforeTheLedgerHasHeardOfTheOrder() {
        var id = paid("P-false", "CE-false");
        api.as(head()).post(APPLICATIONS + "/" + id + "/claw_back", WHY);
        assertThat(api.as(finance())
                        .post(APPLICATIONS + "/" + id + "/repay", ALL)
                        .text("/state"))
                .isEqualTo("REPAID");
        assertThat(ledger(id).text("/state")).isEqualTo("SETTLED");
        assertThat(ledger(id).text("/open")).isEqualTo("0.00");
        assertThat(ledger(id).text("/cause")).isEqualTo("FALSE_STATEMENT");
    }

    @Test
    void dropsAProposalThatTheHeadDoesNotOrder() {
        var id = paid("P-dropped", "CE-dropped");
        revoked("CE-dropped", "P-dropped");
        awaitLedger(id, "PROPOSED");
        var drop = RECLAIMS + "/" + Reclaim.idOf(id) + "/drop";
        assertThat(api.as(finance()).post(drop, WHY).status()).isEqualTo(403);
        assertThat(api.as(head()).post(drop, WHY).text("/state")).isEqualTo("DROPPED");
        assertThat(ledger(id).text("/open")).isEqualTo("0.00");
    }
}
