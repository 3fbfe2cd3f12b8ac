package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
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
final class ProjectInsurance implements CaseAggregate {

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
            CommandContext context) {
        var id = Ids.of("po", projectId, from.toString());
        var file = CaseFile.opened(id, State.INSURED, district, context);
        var policy = new ProjectInsurance(id, file, projectId, contractorUscc, contractPrice, decision, from, to);
        policy.currentOf = projectId;
        policy.publish(context);
        return policy;
    }

    /// The project runs longer: the policy is extended before it runs out, its last day included.
    Verdict extend(LocalDate until, CommandContext context) {
        return Verdict.guards()
                .require(currentOf != null, "POLICY_REPLACED")
                .require(
                        !context.today().isAfter(to),
                        Reason.of("POLICY_RAN_OUT").clause("M16.4").required(to, context.today()))
                .require(until.isAfter(to), Reason.of("NOT_LONGER").required("after " + to, until))
                .then(() -> {
                    to = until;
                    publish(context);
                });
    }

    private void publish(CommandContext context) {
        file.record(new ProjectInsured(id, projectId, contractorUscc, premium(), from, to), context);
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
