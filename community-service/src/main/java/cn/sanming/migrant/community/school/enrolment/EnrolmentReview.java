package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.SchoolAge;
import cn.sanming.migrant.community.school.Stage;
import cn.sanming.migrant.community.school.enrolment.SchoolEnrolment.RejectionGround;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The officer's look at an application (审核): age, three-in-one, papers. Everything missing is named once.
@Component
class EnrolmentReview {

    /// Where children without three-in-one go by points (三元区中心城区小学, M08.3).
    private static final String CENTRAL = "350404";

    private final RuleBook rules;
    private final SchoolAge age;
    private final FamilyMerits merits;
    private final MongoTemplate mongo;

    record Missing(@NotEmpty List<Paper> papers) {}

    record Supplement(
            @Nullable List<Paper> papers, @Nullable @Valid Declared declared) {}

    /// @param threeInOne whether child, guardians and their own home are registered in the catchment (三统一)
    record Verification(@Nullable Boolean threeInOne) {}

    /// @param duplicateOf the other application, for ground `DUPLICATE`
    record Rejection(RejectionGround ground, @Nullable String duplicateOf) {}

    EnrolmentReview(RuleBook rules, SchoolAge age, FamilyMerits merits, MongoTemplate mongo) {
        this.rules = rules;
        this.age = age;
        this.merits = merits;
        this.mongo = mongo;
    }

    Verdict giveBack(SchoolEnrolment one, Missing body, CommandContext context) {
        var needed = merits.of(one, context.today()).needed();
        var guards = Verdict.guards();
        for (var paper : body.papers()) {
            guards.require(
                    needed.contains(paper), Reason.at("/papers", "CITY_HAS_IT").required(needed, paper));
            guards.require(
                    one.notice == null || !one.notice.visible().contains(paper),
                    Reason.at("/papers", "ONE_TIME_NOTICE").required("one list", paper));
        }
        return guards.then(() -> {
            one.needed = needed;
            one.notice = new SchoolEnrolment.Notice(body.papers(), needed, context.today());
        });
    }

    Verdict resubmit(SchoolEnrolment one, Supplement body, CommandContext context) {
        if (body.papers() != null) {
            body.papers().stream().filter(paper -> !one.handed.contains(paper)).forEach(one.handed::add);
        }
        if (body.declared() != null) {
            one.declared = one.declared.with(body.declared());
        }
        one.needed = merits.of(one, context.today()).needed();
        return Verdict.granted();
    }

    Verdict handIn(SchoolEnrolment one, EnrolmentDesk.HandIn body, CommandContext context) {
        return Verdict.guards()
                .require(
                        one.file.is(EnrolmentState.SUBMITTED, EnrolmentState.RETURNED, EnrolmentState.VERIFIED),
                        "PAPERS_ARE_CLOSED")
                .thenTry(() -> resubmit(one, new Supplement(List.of(body.paper()), body.declared()), context));
    }

    /// Guard: rule SCHOOL_AGE. In the central urban area a child without three-in-one goes on by points.
    Verdict verify(SchoolEnrolment one, Verification body, CommandContext context) {
        var decided = rules.decide(age, new SchoolAge.Facts(one.birthDate, one.schoolYear))
                .result();
        var asks = one.channel == Channel.CATCHMENT && one.stage == Stage.PRIMARY && CENTRAL.equals(one.district());
        return Verdict.guards()
                .require(
                        decided.eligible(),
                        Reason.of("UNDER_AGE")
                                .clause("义务教育法 art. 11")
                                .required(decided.firstEntryYear(), one.schoolYear))
                .require(!asks || body.threeInOne() != null, Reason.at("/three_in_one", "THREE_IN_ONE_UNDECIDED"))
                .require(
                        !asks
                                || !Boolean.FALSE.equals(body.threeInOne())
                                || !one.preferences.isEmpty()
                                || one.home != null,
                        Reason.at("/preferences", "NO_PREFERENCE"))
                .then(() -> {
                    if (asks && Boolean.FALSE.equals(body.threeInOne())) {
                        one.channel = Channel.POINTS;
                    }
                });
    }

    /// Guard: only the three grounds, and only where they are true. Lack of seats is none of them.
    Verdict reject(SchoolEnrolment one, Rejection body, CommandContext context) {
        var guards = Verdict.guards();
        switch (body.ground()) {
            case UNDER_AGE ->
                guards.require(
                        !rules.decide(age, new SchoolAge.Facts(one.birthDate, one.schoolYear))
                                .result()
                                .eligible(),
                        Reason.at("/ground", "OLD_ENOUGH").clause("义务教育法 art. 11"));
            case DUPLICATE ->
                guards.require(isDuplicate(one, body.duplicateOf()), Reason.at("/duplicate_of", "NO_DUPLICATE"));
            case GUARDIAN_NOT_IN_SANMING ->
                guards.require(!merits.inSanming(one, context.today()), Reason.at("/ground", "GUARDIAN_IS_IN_SANMING"));
        }
        return guards.then(() -> one.rejection = body.ground());
    }

    private boolean isDuplicate(SchoolEnrolment one, @Nullable String otherId) {
        if (otherId == null || otherId.equals(one.id)) {
            return false;
        }
        var other = mongo.findById(otherId, SchoolEnrolment.class);
        return other != null
                && other.schoolYear == one.schoolYear
                && !other.file.is(EnrolmentState.REJECTED, EnrolmentState.WITHDRAWN)
                && (other.childId.equals(one.childId)
                        || one.childKey != null && one.childKey.equals(other.childKey)
                        || other.birthDate.equals(one.birthDate)
                                && other.guardianIds.stream().anyMatch(one.guardianIds::contains));
    }
}
