package cn.sanming.migrant.job.post;

import cn.sanming.migrant.job.hardship.HardshipDesk.Certificate;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A hardship person in a public-welfare post (公益性岗位安置): proposed in public, approved, started, ended; one at a
/// time, two in a life; measure 2.
@Document("welfare-posts")
@CompoundIndex(def = "{'file.state': 1, 'lastSubsidisedDay': 1}")
final class WelfarePost implements CaseAggregate {

    enum State {
        PROPOSED,
        APPROVED,
        ACTIVE,
        SUSPENDED,
        REJECTED,
        ENDED
    }

    record Proposal(
            String personId,
            String certificationId,
            String employerUscc,
            String district,
            @NotBlank String post,
            @Positive @Max(44) int weeklyHours,
            LocalDate birthDate,
            Retirement.Category retirementCategory) {}

    @DomainEvent.Type("job.post.placed")
    record Placed(
            @JsonIgnore String subject,
            String personId,
            String employerUscc,
            String districtCode,
            LocalDate startOn,
            LocalDate lastSubsidisedDay,
            PostLimit.Limit limit,
            int placementNo)
            implements DomainEvent {}

    @DomainEvent.Type("job.post.ended")
    record Ended(@JsonIgnore String subject, String personId, String employerUscc, LocalDate endOn, String reason)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Proposal proposal;

    @Indexed
    private final String personId;

    @Indexed(unique = true, sparse = true)
    private @Nullable String openFor;

    private final int placementNo;
    private final LocalDate publicisedOn;
    private @Nullable LocalDate startOn;
    private @Nullable LocalDate lastSubsidisedDay;
    private @Nullable LocalDate endOn;
    private @Nullable Decision<PostLimit.Finding> decision;

    WelfarePost(String id, CaseFile file, Proposal proposal, String personId, int placementNo, LocalDate publicisedOn) {
        this.id = id;
        this.file = file;
        this.proposal = proposal;
        this.personId = personId;
        this.placementNo = placementNo;
        this.publicisedOn = publicisedOn;
    }

    static WelfarePost proposed(Proposal proposal, int placementNo, CommandContext context) {
        var id = Ids.next("pw");
        var file = CaseFile.opened(id, State.PROPOSED, proposal.district(), context);
        var post = new WelfarePost(id, file, proposal, proposal.personId(), placementNo, context.today());
        post.openFor = proposal.personId();
        return post;
    }

    /// @param certificate valid today, if there is one; @param from first day after the publicity
    Verdict approve(
            @Nullable Certificate certificate, boolean blacklisted, int most, LocalDate from, CommandContext context) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        return Verdict.guards()
                .require(certificate != null, "NO_VALID_CERTIFICATE")
                .require(placementNo <= most, "PLACEMENTS_USED_UP")
                .require(
                        placementNo == 1 || certificate == null || certificate.mayBePlacedTwice(),
                        "NO_SECOND_PLACEMENT")
                .require(
                        !context.today().isBefore(from),
                        Reason.of("PUBLICITY_NOT_OVER").required(from, context.today()))
                .verdict();
    }

    Verdict start(LocalDate on, boolean agreementSigned, Decision<PostLimit.Finding> limit, CommandContext context) {
        return Verdict.guards().require(agreementSigned, "AGREEMENT_NOT_SIGNED").then(() -> {
            decision = limit;
            startOn = on;
            lastSubsidisedDay = limit.result().lastSubsidisedDay();
            file.record(
                    new Placed(
                            id,
                            personId,
                            proposal.employerUscc(),
                            proposal.district(),
                            on,
                            limit.result().lastSubsidisedDay(),
                            limit.result().limit(),
                            placementNo),
                    context);
        });
    }

    Verdict end(LocalDate on, String reason, CommandContext context) {
        var start = startOn;
        return Verdict.guards()
                .require(start != null && !on.isBefore(start), "BEFORE_START")
                .then(() -> {
                    endOn = on;
                    openFor = null;
                    file.record(new Ended(id, personId, proposal.employerUscc(), on, reason), context);
                });
    }

    Verdict over() {
        openFor = null;
        return Verdict.granted();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Proposal proposal() {
        return proposal;
    }

    String personId() {
        return personId;
    }

    int placementNo() {
        return placementNo;
    }

    LocalDate publicisedOn() {
        return publicisedOn;
    }

    @Nullable
    LocalDate startOn() {
        return startOn;
    }

    @Nullable
    LocalDate lastSubsidisedDay() {
        return lastSubsidisedDay;
    }

    @Nullable
    LocalDate endOn() {
        return endOn;
    }

    @Nullable
    Decision<PostLimit.Finding> decision() {
        return decision;
    }
}
