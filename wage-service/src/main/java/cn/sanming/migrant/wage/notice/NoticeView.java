package cn.sanming.migrant.wage.notice;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A notice as officers see it.
///
/// @param faults what still stands in the way of approval
record NoticeView(
        String id,
        String state,
        @Nullable String district,
        String employerUscc,
        NoticeGround ground,
        @Nullable String caseId,
        @Nullable LocalDate decisionFinalOn,
        @Nullable String fullName,
        @Nullable String address,
        @Nullable String legalRepresentative,
        String facts,
        String handling,
        List<Reason> faults,
        @Nullable LocalDate publishedOn,
        @Nullable String quarter,
        @Nullable String correction,
        List<CaseFile.Entry> history) {

    static NoticeView of(ViolationNotice notice) {
        var text = notice.text();
        return new NoticeView(
                notice.id(),
                notice.file().state(),
                notice.file().district(),
                notice.employerUscc(),
                notice.ground(),
                notice.caseId(),
                notice.decisionFinalOn(),
                text.fullName(),
                text.address(),
                text.legalRepresentative(),
                text.facts(),
                text.handling(),
                text.faults(),
                notice.publishedOn(),
                notice.quarter(),
                notice.correction(),
                notice.file().history());
    }
}
