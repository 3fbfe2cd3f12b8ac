package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person in one scheme (参保登记), from a day to a day; measures M16.1 to M16.3.
@Document("insurance_records")
@CompoundIndex(def = "{'district': 1, 'scheme': 1, 'open': 1}")
final class InsuranceRecord {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    @Indexed
    private final String personId;

    @Indexed
    private final Scheme scheme;

    @Indexed(sparse = true)
    private final @Nullable String employerUscc;

    private final String district;
    private final LocalDate from;
    private final boolean contractMigrantWorker;
    private int monthsPaid;
    private @Nullable LocalDate to;
    private boolean open = true;

    /// Person and scheme while the record is open.
    @Indexed(unique = true, sparse = true)
    private @Nullable String openKey;

    InsuranceRecord(
            String id,
            String personId,
            Scheme scheme,
            @Nullable String employerUscc,
            String district,
            LocalDate from,
            boolean contractMigrantWorker,
            int monthsPaid) {
        this.id = id;
        this.personId = personId;
        this.scheme = scheme;
        this.employerUscc = employerUscc;
        this.district = district;
        this.from = from;
        this.contractMigrantWorker = contractMigrantWorker;
        this.monthsPaid = monthsPaid;
    }

    static InsuranceRecord begin(
            String id,
            String personId,
            Scheme scheme,
            @Nullable String employerUscc,
            String district,
            LocalDate from,
            boolean contractMigrantWorker,
            int monthsPaid) {
        var begun = new InsuranceRecord(
                id, personId, scheme, employerUscc, district, from, contractMigrantWorker, monthsPaid);
        begun.openKey = key(personId, scheme);
        return begun;
    }

    static String key(String personId, Scheme scheme) {
        return personId + '|' + scheme;
    }

    /// Whether somebody would be insured twice on some day between the two.
    boolean meets(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (to == null || !to.isBefore(otherFrom)) && (otherTo == null || !otherTo.isBefore(from));
    }

    Verdict paid(int months) {
        return Verdict.guards()
                .require(months >= monthsPaid, Reason.of("COUNT_WENT_DOWN").required(monthsPaid, months))
                .then(() -> monthsPaid = months);
    }

    /// @param lastDay the last insured day
    Verdict end(LocalDate lastDay) {
        return Verdict.guards()
                .require(open, "INSURANCE_ENDED")
                .require(!lastDay.isBefore(from), Reason.of("END_BEFORE_START").required(from, lastDay))
                .then(() -> {
                    to = lastDay;
                    open = false;
                    openKey = null;
                });
    }

    String id() {
        return id;
    }

    String personId() {
        return personId;
    }

    Scheme scheme() {
        return scheme;
    }

    @Nullable
    String employerUscc() {
        return employerUscc;
    }

    String district() {
        return district;
    }

    int monthsPaid() {
        return monthsPaid;
    }

    boolean contractMigrantWorker() {
        return contractMigrantWorker;
    }

    View view(@Nullable BenefitHint hint) {
        return new View(
                id, personId, scheme, employerUscc, district, from, to, monthsPaid, contractMigrantWorker, hint);
    }

    /// @param benefitHint what the person may ask for when the job is lost
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String personId,
            Scheme scheme,
            @Nullable String employerUscc,
            String district,
            LocalDate from,
            @Nullable LocalDate to,
            int monthsPaid,
            boolean contractMigrantWorker,
            @Nullable BenefitHint benefitHint) {}
}
