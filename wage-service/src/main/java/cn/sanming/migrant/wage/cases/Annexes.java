package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.cases.Sanctions.Advance;
import cn.sanming.migrant.wage.cases.Sanctions.Arbitration;
import cn.sanming.migrant.wage.cases.Sanctions.Disposition;
import cn.sanming.migrant.wage.cases.Sanctions.Incident;
import cn.sanming.migrant.wage.cases.Sanctions.Penalty;
import cn.sanming.migrant.wage.policy.CrimeThreshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is attached to a case (附卷) beside its way from clue to payment.
final class Annexes {

    private @Nullable Decision<CrimeThreshold.Finding> crime;
    private @Nullable String listingId;
    private List<Disposition> dispositions = new ArrayList<>();
    private List<Incident> incidents = new ArrayList<>();
    private List<Penalty> penalties = new ArrayList<>();
    private List<Advance> advances = new ArrayList<>();
    private List<Arbitration> arbitrations = new ArrayList<>();

    /// Rule CRIME_THRESHOLD is asked once, when the order is defaulted.
    Verdict weigh(Decision<CrimeThreshold.Finding> found) {
        crime = crime == null ? found : crime;
        return Verdict.granted();
    }

    /// The entry of the blacklist that this case led to.
    Verdict listing(String entryId) {
        listingId = entryId;
        return Verdict.granted();
    }

    Verdict dispose(Disposition disposition) {
        dispositions.add(disposition);
        return Verdict.granted();
    }

    Verdict incident(Incident incident, LocalDate today) {
        return Verdict.guards()
                .require(!incident.occurredOn().isAfter(today), "INCIDENT_IN_THE_FUTURE")
                .then(() -> incidents.add(incident));
    }

    /// A fine within its range, once the order to correct has expired.
    Verdict penalty(Penalty penalty) {
        var range = penalty.rule().result();
        return Verdict.guards()
                .require(
                        range.accepted(),
                        Reason.of("PENALTY_NOT_ADMISSIBLE")
                                .clause("支付条例 art. 54-57")
                                .required(range.minimum() + ".." + range.maximum(), penalty.fine()))
                .then(() -> penalties.add(penalty));
    }

    /// One advance per worker.
    Verdict advance(Advance advance) {
        var before = advances.stream().anyMatch(given -> given.personId().equals(advance.personId()));
        return Verdict.guards()
                .require(!before, Reason.of("ADVANCE_ALREADY_GIVEN").clause("支付条例 art. 63"))
                .require(advance.amount().isPositive(), "NOTHING_OUTSTANDING")
                .then(() -> advances.add(advance));
    }

    /// The same wages went to arbitration (已申请仲裁); told again, it changes nothing.
    Verdict dispute(Arbitration accepted) {
        join(accepted);
        return Verdict.granted();
    }

    void join(Arbitration accepted) {
        if (arbitrations.stream().noneMatch(known -> known.disputeId().equals(accepted.disputeId()))) {
            arbitrations.add(accepted);
        }
    }

    Verdict disputeEnded(String disputeId, Arbitration.Outcome how, Money confirmed, LocalDate on) {
        arbitrations.replaceAll(known -> known.disputeId().equals(disputeId) ? known.ended(how, confirmed, on) : known);
        return Verdict.granted();
    }

    /// An officer found that the dispute is about other wages.
    Verdict detach(String disputeId) {
        return arbitrations.removeIf(known -> known.disputeId().equals(disputeId))
                ? Verdict.granted()
                : Verdict.guardFailed("UNKNOWN_DISPUTE");
    }

    boolean concerns(String disputeId) {
        return arbitrations.stream().anyMatch(known -> known.disputeId().equals(disputeId));
    }

    boolean beforeArbitration() {
        return !arbitrations.isEmpty();
    }

    Optional<Decision<CrimeThreshold.Finding>> crime() {
        return Optional.ofNullable(crime);
    }

    boolean crimeAmount() {
        return crime().filter(decision -> decision.result().thresholdMet()).isPresent();
    }

    @Nullable
    String listingId() {
        return listingId;
    }

    List<Disposition> dispositions() {
        return dispositions;
    }

    List<Incident> incidents() {
        return incidents;
    }

    List<Penalty> penalties() {
        return penalties;
    }

    List<Advance> advances() {
        return advances;
    }

    List<Arbitration> arbitrations() {
        return arbitrations;
    }
}
