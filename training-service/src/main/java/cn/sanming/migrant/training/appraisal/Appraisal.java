package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.casefile.DomainEvent;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One application for a skill appraisal (鉴定申请), at home or forwarded to an agency where the worker works; measure 6.
@Document("appraisals")
final class Appraisal implements CaseRecord {

    enum State {
        SUBMITTED,
        FORWARDED,
        ACCEPTED,
        SCHEDULED,
        PASSED,
        FAILED,
        ABSENT,
        CERTIFIED,
        REJECTED
    }

    /// @param level      5 to 1; none means a special ability
    /// @param agencyUscc the agency that examines
    record Request(
            String personId,
            String district,
            @Pattern(regexp = "[0-9](-[0-9]{2}){3}") String occupationCode,
            @Nullable @Min(1) @Max(5) Integer level,
            @Pattern(regexp = "[0-9]{6}") String workRegion,
            String agencyUscc,
            Money fee,
            boolean isMigrantWorker) {

        boolean crossRegion() {
            return !workRegion.startsWith("3504");
        }

        String levelText() {
            return level == null ? "SPECIAL" : level.toString();
        }
    }

    @DomainEvent.Type("training.appraisal.forwarded")
    record Forwarded(
            @JsonIgnore String subject,
            String personId,
            String occupationCode,
            String level,
            String toAgency,
            String toRegion,
            LocalDate forwardedOn)
            implements DomainEvent {}

    @DomainEvent.Type("training.appraisal.passed")
    record Passed(
            @JsonIgnore String subject,
            String personId,
            String occupationCode,
            String level,
            LocalDate passedOn,
            boolean firstPass,
            Money fee)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Request request;

    @Indexed
    private final String personId;

    private String agencyUscc;
    private @Nullable LocalDate examOn;
    private @Nullable LocalDate passedOn;
    private boolean firstPass;

    Appraisal(String id, CaseFile file, Request request, String personId, String agencyUscc) {
        this.id = id;
        this.file = file;
        this.request = request;
        this.personId = personId;
        this.agencyUscc = agencyUscc;
    }

    static Appraisal submitted(Request request, Act act) {
        var id = Ids.next("ap");
        var file = CaseFile.opened(id, State.SUBMITTED, request.district(), act);
        return new Appraisal(id, file, request, request.personId(), request.agencyUscc());
    }

    Verdict accept() {
        return Verdict.guards().require(!request.crossRegion(), "FORWARD_FIRST").verdict();
    }

    Verdict forward(String toAgency, Act act) {
        return Verdict.guards()
                .require(request.crossRegion(), "NOT_CROSS_REGION")
                .then(() -> {
                    agencyUscc = toAgency;
                    file.record(
                            new Forwarded(
                                    id,
                                    personId,
                                    request.occupationCode(),
                                    request.levelText(),
                                    toAgency,
                                    request.workRegion(),
                                    act.today()),
                            act);
                });
    }

    Verdict schedule(LocalDate day, Act act) {
        return Verdict.guards()
                .require(!day.isBefore(act.today()), "EXAM_IN_THE_PAST")
                .then(() -> examOn = day);
    }

    /// The first pass is one that no failed attempt went before.
    Verdict pass(Act act) {
        passedOn = act.today();
        firstPass = file.last("fail").isEmpty();
        file.record(
                new Passed(
                        id,
                        personId,
                        request.occupationCode(),
                        request.levelText(),
                        act.today(),
                        firstPass,
                        request.fee()),
                act);
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

    Request request() {
        return request;
    }

    String personId() {
        return personId;
    }

    String agencyUscc() {
        return agencyUscc;
    }

    @Nullable
    LocalDate examOn() {
        return examOn;
    }

    @Nullable
    LocalDate passedOn() {
        return passedOn;
    }

    boolean firstPass() {
        return firstPass;
    }
}
