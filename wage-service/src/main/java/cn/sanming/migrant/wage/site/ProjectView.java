package cn.sanming.migrant.wage.site;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project as its parties and the officers see it.
record ProjectView(
        String id,
        String state,
        @Nullable String district,
        @JsonUnwrapped ConstructionProject.Terms terms,
        List<String> subcontractors,
        @Nullable Officer labourOfficer,
        @Nullable NoticeBoard noticeBoard,
        List<ConstructionProject.Cover> insurance,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate ledgerRetainUntil) {

    /// The labour officer without a name; who must reach the person reads the board on the site.
    record Officer(LocalDate namedOn, String phone) {}

    static ProjectView of(ConstructionProject project) {
        var officer = project.labourOfficer();
        return new ProjectView(
                project.id(),
                project.file().state(),
                project.file().district(),
                project.terms(),
                project.subcontractors(),
                officer == null ? null : new Officer(officer.namedOn(), officer.phoneMasked()),
                project.noticeBoard(),
                project.covers(),
                project.startedOn(),
                project.completedOn(),
                project.settledOn(),
                project.ledgerRetainUntil());
    }
}
