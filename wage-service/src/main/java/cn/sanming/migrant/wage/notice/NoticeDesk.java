package cn.sanming.migrant.wage.notice;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.wage.employer.Employer;
import cn.sanming.migrant.wage.employer.Employers;
import cn.sanming.migrant.wage.notice.NoticeForms.Correction;
import cn.sanming.migrant.wage.notice.NoticeForms.Draft;
import cn.sanming.migrant.wage.notice.NoticeForms.Revision;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for publications of serious violations.
@Component
final class NoticeDesk {

    static final Command<ViolationNotice, Draft> OPEN = Command.of("openViolationNotice", Draft.class);
    static final Command<ViolationNotice, Revision> REVISE = Command.of("reviseViolationNotice", Revision.class);
    static final Command<ViolationNotice, Command.Nothing> APPROVE = Command.of("approveViolationNotice");
    static final Command<ViolationNotice, Command.Nothing> PUBLISH = Command.of("publishViolationNotice");
    static final Command<ViolationNotice, Correction> CORRECT = Command.of("correctViolationNotice", Correction.class);
    static final Command<ViolationNotice, Command.Because> WITHDRAW = Command.because("withdrawViolationNotice");

    static final String PATH = "/api/v1/wages/violation-notices";

    private static final Set<String> WRITERS = Set.of("INSPECTOR", "INSPECTION_HEAD");

    private final Employers employers;

    NoticeDesk(Cases cases, Employers employers) {
        this.employers = employers;
        cases.define(ViolationNotice.class, "ViolationNotice", PATH)
                .opens(OPEN, WRITERS, this::draft)
                .notes(REVISE, WRITERS, (notice, revision, _) -> notice.revise(revision))
                .on(APPROVE, ViolationNotice::approve)
                .on(PUBLISH, ViolationNotice::publish)
                .on(CORRECT, (notice, correction, _) -> notice.correct(correction.text()))
                .on(WITHDRAW)
                .readableBy("INSPECTOR", "HR_OFFICER", "HR_HEAD")
                .filter("employer_uscc", "employerUscc")
                .filter("quarter", "quarter")
                .shownAs(NoticeView.class, NoticeView::of);
    }

    private Outcome<ViolationNotice> draft(Draft draft, CommandContext context) {
        var district = draft.district() == null ? context.actor().county() : draft.district();
        if (!employers.accepts(draft.employerUscc())) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/employer_uscc", "INVALID_CREDIT_CODE"));
        }
        if (district != null && Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var employer = employers.find(draft.employerUscc());
        var text = new NoticeText(
                known(draft.fullName(), employer, Employer::name),
                known(draft.address(), employer, Employer::address),
                known(draft.legalRepresentative(), employer, Employer::legalRepresentative),
                draft.facts(),
                draft.handling());
        // the city publishes for itself as well: a notice without a county is the city's
        var notice = ViolationNotice.draft(draft, text, district == null ? Divisions.CITY : district, context);
        return Outcome.created(notice, PATH + '/' + notice.id());
    }

    private static @Nullable String known(
            @Nullable String written, Optional<Employer> employer, Function<Employer, @Nullable String> part) {
        return written == null ? employer.map(part).orElse(null) : written;
    }
}
