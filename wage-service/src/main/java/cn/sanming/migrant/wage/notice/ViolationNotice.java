package cn.sanming.migrant.wage.notice;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A notice of a serious violation (重大违法行为公布), from draft to publication and, if need be, its correction.
@Document("violation_notices")
@CompoundIndex(def = "{'quarter': 1, '_id': 1}")
final class ViolationNotice implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String employerUscc;

    private final NoticeGround ground;
    private final @Nullable String caseId;
    private @Nullable LocalDate decisionFinalOn;
    private NoticeText text;
    private @Nullable LocalDate publishedOn;

    /// The quarter it was published in, such as `2024Q3`.
    private @Nullable String quarter;

    private @Nullable String correction;

    ViolationNotice(
            String id,
            CaseFile file,
            String employerUscc,
            NoticeGround ground,
            @Nullable String caseId,
            @Nullable LocalDate decisionFinalOn,
            NoticeText text) {
        this.id = id;
        this.file = file;
        this.employerUscc = employerUscc;
        this.ground = ground;
        this.caseId = caseId;
        this.decisionFinalOn = decisionFinalOn;
        this.text = text;
    }

    static ViolationNotice draft(NoticeForms.Draft draft, NoticeText text, String district, CommandContext context) {
        var id = Ids.next("vn");
        return new ViolationNotice(
                id,
                CaseFile.opened(id, NoticeState.DRAFT, district, context),
                draft.employerUscc(),
                draft.ground(),
                draft.caseId(),
                draft.decisionFinalOn(),
                text);
    }

    Verdict revise(NoticeForms.Revision revision) {
        return Verdict.guards()
                .require(file.is(NoticeState.DRAFT), "NOTICE_NOT_A_DRAFT")
                .then(() -> {
                    text = text.revised(revision);
                    if (revision.decisionFinalOn() != null) {
                        decisionFinalOn = revision.decisionFinalOn();
                    }
                });
    }

    /// The decision is final, and neither secrets nor personal data stand in the text any more.
    Verdict approve(CommandContext context) {
        var guards = Verdict.guards()
                .require(
                        decisionFinalOn != null && !decisionFinalOn.isAfter(context.today()),
                        Reason.of("DECISION_NOT_FINAL").clause("Order 29").required("by today", decisionFinalOn));
        text.faults().forEach(fault -> guards.require(false, fault));
        return guards.verdict();
    }

    Verdict publish(CommandContext context) {
        if (text.fullName() == null || text.address() == null || text.legalRepresentative() == null) {
            return Verdict.guardFailed("REQUIRED_FOR_PUBLICATION");
        }
        publishedOn = context.today();
        quarter = quarterOf(context.today());
        file.record(
                new ViolationPublished(
                        id,
                        employerUscc,
                        text.fullName(),
                        text.address(),
                        text.legalRepresentative(),
                        text.facts(),
                        text.handling(),
                        context.today(),
                        quarterOf(context.today())),
                context);
        return Verdict.granted();
    }

    /// A correction is held to the same rule as the text.
    Verdict correct(String corrected) {
        var guards = Verdict.guards();
        PersonalData.in(corrected)
                .forEach(kind ->
                        guards.require(false, Reason.at("/text", kind.name()).clause("Order 29")));
        return guards.then(() -> correction = corrected);
    }

    static String quarterOf(LocalDate day) {
        return day.getYear() + "Q" + ((day.getMonthValue() + 2) / 3);
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

    NoticeGround ground() {
        return ground;
    }

    @Nullable
    String caseId() {
        return caseId;
    }

    @Nullable
    LocalDate decisionFinalOn() {
        return decisionFinalOn;
    }

    NoticeText text() {
        return text;
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    @Nullable
    String quarter() {
        return quarter;
    }

    @Nullable
    String correction() {
        return correction;
    }
}
