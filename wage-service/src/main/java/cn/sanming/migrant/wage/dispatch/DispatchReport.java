package cn.sanming.migrant.wage.dispatch;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The head counts of an employer on one day (劳务派遣用工报告), judged when they come in; 劳务派遣暂行规定 art. 3, 4.
@Document("dispatch_reports")
final class DispatchReport implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String employerUscc;

    private final LocalDate asOf;
    private final int direct;
    private final int dispatched;
    private final List<Post> overlongPosts;
    private final Decision<DispatchRatio.Finding> decision;

    /// What dispatched workers may be used for (三性岗位): temporary, auxiliary, substitute.
    enum Kind {
        TEMPORARY,
        AUXILIARY,
        SUBSTITUTE
    }

    record Post(Kind kind, LocalDate since) {}

    DispatchReport(
            String id,
            CaseFile file,
            String employerUscc,
            LocalDate asOf,
            int direct,
            int dispatched,
            List<Post> overlongPosts,
            Decision<DispatchRatio.Finding> decision) {
        this.id = id;
        this.file = file;
        this.employerUscc = employerUscc;
        this.asOf = asOf;
        this.direct = direct;
        this.dispatched = dispatched;
        this.overlongPosts = overlongPosts;
        this.decision = decision;
    }

    static String idOf(String employerUscc, LocalDate asOf) {
        return Ids.of("dr", employerUscc, asOf.toString());
    }

    /// @param overlong temporary posts that have lasted longer than temporary may
    static DispatchReport of(
            String employerUscc,
            String district,
            DispatchRatio.Facts facts,
            LocalDate asOf,
            List<Post> overlong,
            Decision<DispatchRatio.Finding> decision,
            CommandContext context) {
        var id = idOf(employerUscc, asOf);
        var finding = decision.result();
        var state = finding.compliant() ? DispatchState.COMPLIANT : DispatchState.EXCEEDED;
        var file = CaseFile.opened(id, state, district, context);
        int maximum = finding.maximumDispatchedForThisDirectHeadcount();
        if (!finding.compliant()) {
            file.record(
                    new DispatchExceeded(
                            employerUscc, facts.directEmployees(), facts.dispatchedWorkers(), maximum, asOf),
                    context);
        }
        return new DispatchReport(
                id,
                file,
                employerUscc,
                asOf,
                facts.directEmployees(),
                facts.dispatchedWorkers(),
                List.copyOf(overlong),
                decision);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String employerUscc() {
        return employerUscc;
    }

    View view() {
        var finding = decision.result();
        return new View(
                id,
                employerUscc,
                file.district(),
                asOf,
                direct,
                dispatched,
                finding.total(),
                finding.compliant(),
                finding.maximumDispatchedForThisDirectHeadcount(),
                overlongPosts);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String employerUscc,
            @Nullable String district,
            LocalDate asOf,
            int direct,
            int dispatched,
            int total,
            boolean compliant,
            int maximum,
            List<Post> overlongPosts) {}
}
