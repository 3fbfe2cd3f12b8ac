package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The work-injury policy of a construction project (按项目参加工伤保险). It covers every worker on the site, registered or
/// not; measure M16.4.
@Document("project_insurances")
final class ProjectInsurance implements CaseRecord {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String projectId;

    @Indexed
    private final String contractorUscc;

    private final Money contractPrice;
    private final Decision<InsuredStart.Finding> decision;
    private final LocalDate from;
    private LocalDate to;

    /// The project while this is its last policy.
    @Indexed(unique = true, sparse = true)
    private @Nullable String currentOf;

    /// A policy is taken out and runs out; there is nothing in between.
    enum State {
        INSURED
    }

    ProjectInsurance(
            String id,
            CaseFile file,
            String projectId,
            String contractorUscc,
            Money contractPrice,
            Decision<InsuredStart.Finding> decision,
            LocalDate from,
            LocalDate to) {
        this.id = id;
        this.file = file;
        this.projectId = projectId;
        this.contractorUscc = contractorUscc;
        this.contractPrice = contractPrice;
        this.decision = decision;
        this.from = from;
        this.to = to;
    }

    /// @param decision rule PROJECT_INSURANCE for a start on the first insured day: it holds the premium
    static ProjectInsurance of(
            String projectId,
            String contractorUscc,
            @Nullable String district,
            Money contractPrice,
            LocalDate from,
            LocalDate to,
            Decision<InsuredStart.Finding> decision,
            Act act) {
        var id = Ids.of("po", projectId, from.toString());
        var file = CaseFile.opened(id, State.INSURED, district, act);
        var policy = new ProjectInsurance(id, file, projectId, contractorUscc, contractPrice, decision, from, to);
        policy.currentOf = projectId;
        policy.publish(act);
        return policy;
    }

    /// The project runs longer: the policy is extended before it runs out, its last day included.
    Verdict extend(LocalDate until, Act act) {
        return Verdict.guards()
                .require(currentOf != null, "POLICY_REPLACED")
                .require(
                        !act.today().isAfter(to),
                        Reason.of("POLICY_RAN_OUT").clause("M16.4").required(to, act.today()))
                .require(until.isAfter(to), Reason.of("NOT_LONGER").required("after " + to, until))
                .then(() -> {
                    to = until;
                    publish(act);
                });
    }

    private void publish(Act act) {
        file.record(new ProjectInsured(id, projectId, contractorUscc, premium(), from, to), act);
    }

    /// A new policy follows one that has run out.
    void replaced() {
        currentOf = null;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean ranOutBefore(LocalDate day) {
        return to.isBefore(day);
    }

    private Money premium() {
        return decision.result().premium();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String contractorUscc() {
        return contractorUscc;
    }

    View view() {
        return new View(id, projectId, contractorUscc, file.district(), contractPrice, premium(), from, to);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String projectId,
            String contractorUscc,
            @Nullable String district,
            Money contractPrice,
            Money premium,
            LocalDate from,
            LocalDate to) {}
}
