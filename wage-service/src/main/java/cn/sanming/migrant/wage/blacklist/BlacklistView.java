package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.blacklist.ListingSteps.EarlyRemovalReview;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Extension;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Objection;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Removal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of the list as officers and the employer concerned see it.
///
/// @param decideBy the deadline of the decision now pending: to list, or on an early removal
record BlacklistView(
        String id,
        String state,
        @Nullable String district,
        String employerUscc,
        String caseId,
        String orderId,
        ListingGround ground,
        LocalDate orderDueOn,
        List<ResponsiblePerson> persons,
        @Nullable LocalDate noticeServedOn,
        @Nullable LocalDate objectionUntil,
        @Nullable LocalDate decideBy,
        @Nullable Extension extension,
        @Nullable Objection objection,
        @Nullable LocalDate correctedOn,
        @Nullable LocalDate listedOn,
        @Nullable LocalDate listedUntil,
        @Nullable LocalDate earlyRemovalFrom,
        Conduct conduct,
        @Nullable EarlyRemovalReview review,
        @Nullable Removal removal,
        List<Decision<?>> decisions,
        List<CaseFile.Entry> history) {

    /// @param correctedOn      the day everything was paid, if it is
    /// @param earlyRemovalFrom first day an early removal may be asked for, if that is known
    static BlacklistView of(
            BlacklistEntry entry, @Nullable LocalDate correctedOn, @Nullable LocalDate earlyRemovalFrom) {
        var notice = entry.notice();
        var listing = entry.listing();
        var review = entry.review();
        var pending = review != null && entry.file().is(BlacklistState.EARLY_REMOVAL_REVIEW);
        return new BlacklistView(
                entry.id(),
                entry.file().state(),
                entry.file().district(),
                entry.employerUscc(),
                entry.origin().caseId(),
                entry.origin().orderId(),
                entry.origin().ground(),
                entry.origin().orderDueOn(),
                entry.persons(),
                notice == null ? null : notice.servedOn(),
                notice == null ? null : notice.objectionUntil(),
                pending ? review.decideBy() : entry.listBy(),
                entry.extension(),
                entry.objection(),
                correctedOn,
                listing == null ? null : listing.on(),
                listing == null ? null : listing.until(),
                earlyRemovalFrom,
                entry.conduct(),
                review,
                entry.removal(),
                entry.decisions(),
                entry.file().history());
    }
}
