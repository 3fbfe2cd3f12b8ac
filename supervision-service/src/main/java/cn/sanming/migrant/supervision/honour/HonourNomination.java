package cn.sanming.migrant.supervision.honour;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The nomination of one worker for the title of one year (评选推荐); M21.3.
@Document("honours")
final class HonourNomination implements CaseAggregate {

    static final String TITLE = "优秀农民工";

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String personId;

    @Indexed
    private final int year;

    private final HonourLevel level;
    private final String nominatedBy;
    private final String merits;
    private final @Nullable Integer votes;
    private List<String> represents = List.of();
    private @Nullable Decision<HonourDisqualified.Finding> decision;
    private @Nullable LocalDate objectionUntil;
    private @Nullable LocalDate grantFrom;
    private @Nullable LocalDate grantedOn;

    HonourNomination(
            String id,
            CaseFile file,
            String personId,
            int year,
            HonourLevel level,
            String nominatedBy,
            String merits,
            @Nullable Integer votes) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.year = year;
        this.level = level;
        this.nominatedBy = nominatedBy;
        this.merits = merits;
        this.votes = votes;
    }

    /// One nomination for a worker, year and level.
    static String idOf(String personId, int year, HonourLevel level) {
        return Ids.of("ho", personId, Integer.toString(year), level.name());
    }

    /// No disqualifying fact; all that stand against it are named.
    Verdict review(List<String> employers, Decision<HonourDisqualified.Finding> finding) {
        if (!finding.result().accepted()) {
            return Verdict.refused(Refusal.Kind.NOT_ELIGIBLE, reasons(finding));
        }
        represents = List.copyOf(employers);
        decision = finding;
        return Verdict.granted();
    }

    private static Reason[] reasons(Decision<HonourDisqualified.Finding> finding) {
        return finding.result().reasons().stream()
                .map(code -> Reason.of(code).clause("M21.3"))
                .toArray(Reason[]::new);
    }

    Verdict publicise(LocalDate objections, LocalDate from) {
        objectionUntil = objections;
        grantFrom = from;
        return Verdict.granted();
    }

    /// Publicity is over, and nobody the worker answers for has been listed meanwhile.
    Verdict grant(boolean listed, CommandContext context) {
        return Verdict.guards()
                .require(
                        grantFrom != null && !context.today().isBefore(grantFrom),
                        Reason.of("PUBLICITY_NOT_OVER").clause("M21.3").required(grantFrom, context.today()))
                .require(!listed, Reason.of("DISQUALIFIED_BLACKLIST").clause("M15.7"))
                .then(() -> {
                    grantedOn = context.today();
                    file.record(new HonourGranted(id, personId, TITLE, level, context.today()), context);
                });
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String personId() {
        return personId;
    }

    int year() {
        return year;
    }

    HonourLevel level() {
        return level;
    }

    String nominatedBy() {
        return nominatedBy;
    }

    String merits() {
        return merits;
    }

    @Nullable
    Integer votes() {
        return votes;
    }

    List<String> represents() {
        return represents;
    }

    @Nullable
    Decision<HonourDisqualified.Finding> decision() {
        return decision;
    }

    @Nullable
    LocalDate objectionUntil() {
        return objectionUntil;
    }

    @Nullable
    LocalDate grantFrom() {
        return grantFrom;
    }

    @Nullable
    LocalDate grantedOn() {
        return grantedOn;
    }
}
