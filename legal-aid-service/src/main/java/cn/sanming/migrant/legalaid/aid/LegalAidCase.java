package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.legalaid.notice.OneTimeNotice;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person's legal aid (法律援助案件), from the application to the closing report; free of charge (法律援助法 art. 2, 20).
@Document("legal_aid_cases")
@CompoundIndex(def = "{'file.state': 1, 'supplyBy': 1}")
@CompoundIndex(name = "by_queue", def = "{'file.state': 1, 'file.district': 1}")
@CompoundIndex(name = "by_employer", def = "{'employerUscc': 1, '_id': 1}")
final class LegalAidCase implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final @Nullable String reference;

    @Indexed
    final String personId;

    final Matter matter;
    final boolean migrantWorker;

    @Indexed(sparse = true)
    final @Nullable String groupId;

    final @Nullable String employerUscc;
    final @Nullable String stationId;
    final LocalDate submittedOn;
    final @Nullable LocalDate limitationLastDay;

    /// Only where the means test is required; never asked otherwise.
    final @Nullable Money perCapitaMonthlyIncome;

    Decision<LegalAidReview.Finding> review;
    LocalDate reviewBy;
    Set<String> materials = new LinkedHashSet<>();
    Set<String> injuryIds = new LinkedHashSet<>();

    /// Orders to pay that the employer defaulted: they raise the case to the front of the queue.
    Set<String> raisedBy = new LinkedHashSet<>();

    @Nullable
    OneTimeNotice notice;

    @Nullable
    LocalDate supplyBy;

    @Nullable
    Decision<LegalAidUrgent.Finding> urgency;

    @Nullable
    LocalDate grantedOn;

    @Nullable
    LocalDate assignBy;

    @Nullable
    List<RefusalReason> refusedFor;

    @Nullable
    LocalDate objectionBy;

    @Indexed(sparse = true)
    @Nullable
    String lawyerId;

    @Nullable
    Pool pool;

    @Nullable
    TerminationGround terminatedFor;

    @Nullable
    CaseOutcome outcome;

    @Nullable
    Money amountRecovered;

    @Nullable
    LocalDate withdrawalSuggestedOn;

    /// The worker was asked for money, which is a violation (art. 20).
    @Nullable
    LocalDate paymentDemandReportedOn;

    LegalAidCase(
            String id,
            CaseFile file,
            @Nullable String reference,
            String personId,
            Matter matter,
            boolean migrantWorker,
            @Nullable String groupId,
            @Nullable String employerUscc,
            @Nullable String stationId,
            LocalDate submittedOn,
            @Nullable LocalDate limitationLastDay,
            @Nullable Money perCapitaMonthlyIncome,
            Decision<LegalAidReview.Finding> review,
            LocalDate reviewBy) {
        this.id = id;
        this.file = file;
        this.reference = reference;
        this.personId = personId;
        this.matter = matter;
        this.migrantWorker = migrantWorker;
        this.groupId = groupId;
        this.employerUscc = employerUscc;
        this.stationId = stationId;
        this.submittedOn = submittedOn;
        this.limitationLastDay = limitationLastDay;
        this.perCapitaMonthlyIncome = perCapitaMonthlyIncome;
        this.review = review;
        this.reviewBy = reviewBy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    boolean meansTestRequired() {
        return Boolean.TRUE.equals(review.result().meansTestRequired());
    }

    boolean isOpen() {
        return AidState.OPEN.contains(AidState.valueOf(file.state()));
    }
}
