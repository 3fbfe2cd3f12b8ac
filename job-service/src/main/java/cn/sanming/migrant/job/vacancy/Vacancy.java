package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One vacancy (用工岗位): checked first, valid through its last day, hidden while its employer is listed; measure 1.
@Document("vacancies")
@CompoundIndex(def = "{'offer.employerUscc': 1, 'file.state': 1}")
@CompoundIndex(def = "{'agencyUscc': 1, 'offer.reference': 1}")
@CompoundIndex(def = "{'file.state': 1, 'expiresOn': 1}")
@CompoundIndex(def = "{'changedAt': 1, '_id': 1}")
public final class Vacancy implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final @Nullable String agencyUscc;
    private VacancyOffer offer;
    private @Nullable Instant submittedAt;
    private @Nullable Rejection rejection;

    @Indexed
    private String job;

    @Indexed(unique = true, sparse = true)
    private @Nullable String liveReference;

    @Indexed(unique = true, sparse = true)
    private @Nullable String liveJob;

    @Indexed(sparse = true)
    private @Nullable List<String> matchKeys;

    private int openingsLeft;
    private final List<String> placements;
    private Instant changedAt;
    private @Nullable Instant publishedAt;
    private @Nullable LocalDate expiresOn;

    Vacancy(
            String id,
            CaseFile file,
            @Nullable String agencyUscc,
            VacancyOffer offer,
            String job,
            int openingsLeft,
            List<String> placements,
            Instant changedAt) {
        this.id = id;
        this.file = file;
        this.agencyUscc = agencyUscc;
        this.offer = offer;
        this.job = job;
        this.openingsLeft = openingsLeft;
        this.placements = placements;
        this.changedAt = changedAt;
    }

    static Vacancy draft(String id, @Nullable String agencyUscc, VacancyOffer offer, CommandContext context) {
        var file = CaseFile.opened(id, VacancyState.DRAFT, offer.district(), context);
        var made = new Vacancy(
                id, file, agencyUscc, offer, offer.job(), offer.openings(), new ArrayList<>(), context.at());
        made.live();
        return made;
    }

    /// An agency's own number and the job itself can each stand once among the live advertisements of agencies.
    private void live() {
        if (agencyUscc != null) {
            liveJob = job;
            liveReference = offer.reference() == null ? null : referenceKey(agencyUscc, offer.reference());
        }
    }

    static String referenceKey(String agencyUscc, String reference) {
        return agencyUscc + "|" + reference;
    }

    /// Submits or resubmits; refused for a listed employer, a wage below the minimum, or a text found at fault before.
    Verdict submit(boolean blacklisted, VacancyMinimumWage.Finding wage, CommandContext context) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        var fault = rejection == null || !rejection.offer().equals(offer) ? null : rejection.error();
        return Verdict.guards()
                .require(wage.accepted(), "WAGE_BELOW_MINIMUM")
                .require(fault == null, fault == null ? "" : fault)
                .then(() -> {
                    rejection = null;
                    submittedAt = context.at();
                    changedAt = context.at();
                    live();
                });
    }

    /// Sent back with a reason; meanwhile another agency may have the job.
    Verdict reject(String reason, VacancyContent.Finding content, CommandContext context) {
        rejection = new Rejection(reason, content.error(), offer);
        liveJob = null;
        changedAt = context.at();
        return Verdict.granted();
    }

    Verdict revise(VacancyOffer changed, CommandContext context) {
        return Verdict.guards()
                .require(file.is(VacancyState.DRAFT, VacancyState.REJECTED), "NOT_EDITABLE")
                .require(changed.employerUscc().equals(offer.employerUscc()), "EMPLOYER_CHANGED")
                .then(() -> {
                    offer = changed;
                    job = changed.job();
                    live();
                    openingsLeft = changed.openings();
                    changedAt = context.at();
                });
    }

    Verdict publish(boolean blacklisted, VacancyContent.Finding content, int validityDays, CommandContext context) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        if (content.error() != null) {
            return Verdict.guardFailed(content.error());
        }
        listed(context);
        publishedAt = context.at();
        expiresOn = context.today().plusDays(offer.validityDays() == null ? validityDays : offer.validityDays());
        file.record(
                new VacancyEvents.Published(
                        id,
                        offer.employerUscc(),
                        offer.district(),
                        offer.occupationCode(),
                        offer.title(),
                        offer.openings(),
                        offer.wageMin(),
                        offer.wageMax(),
                        offer.requiredLevel(),
                        publishedAt,
                        expiresOn,
                        offer.announcedBy()),
                context);
        return Verdict.granted();
    }

    /// From now on the index finds it.
    private void listed(CommandContext context) {
        changedAt = context.at();
        matchKeys = MatchKeys.of(List.of(offer.occupationCode()), List.of(offer.district()));
    }

    private void unlisted(CommandContext context) {
        changedAt = context.at();
        matchKeys = null;
    }

    Verdict suspend(CommandContext context) {
        unlisted(context);
        return Verdict.granted();
    }

    Verdict resume(boolean blacklisted, CommandContext context) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        return Verdict.guards().require(validOn(context.today()), "EXPIRED").then(() -> listed(context));
    }

    Verdict hide(String causeEventId, CommandContext context) {
        unlisted(context);
        file.record(new VacancyEvents.Hidden(id, offer.employerUscc(), "BLACKLIST", causeEventId), context);
        return Verdict.granted();
    }

    Verdict restore(String causeEventId, CommandContext context) {
        return Verdict.guards().require(validOn(context.today()), "EXPIRED").then(() -> {
            listed(context);
            file.record(new VacancyEvents.Restored(id, offer.employerUscc(), causeEventId), context);
        });
    }

    /// Somebody was placed through this vacancy; the same placement never takes two openings.
    Verdict takeOpening(String placementId) {
        if (!placements.contains(placementId)) {
            placements.add(placementId);
            openingsLeft = Math.max(0, openingsLeft - 1);
        }
        return Verdict.granted();
    }

    Verdict correctOpenings(int left, CommandContext context) {
        return Verdict.guards()
                .require(file.is(VacancyState.PUBLISHED, VacancyState.SUSPENDED), "NOT_OPEN")
                .require(left >= 0 && left <= offer.openings(), "OPENINGS_OUT_OF_RANGE")
                .then(() -> {
                    openingsLeft = left;
                    changedAt = context.at();
                });
    }

    Verdict fill(CommandContext context) {
        return Verdict.guards()
                .require(openingsLeft == 0, Reason.of("OPENINGS_LEFT").required(0, openingsLeft))
                .then(() -> close(VacancyEvents.Closing.FILLED, context));
    }

    Verdict expire(CommandContext context) {
        return Verdict.guards()
                .require(!validOn(context.today()), "STILL_VALID")
                .then(() -> close(VacancyEvents.Closing.EXPIRED, context));
    }

    Verdict withdraw(CommandContext context) {
        close(VacancyEvents.Closing.WITHDRAWN, context);
        return Verdict.granted();
    }

    private void close(VacancyEvents.Closing reason, CommandContext context) {
        unlisted(context);
        liveJob = null;
        liveReference = null;
        file.record(new VacancyEvents.Closed(id, offer.employerUscc(), reason), context);
    }

    /// Valid through its last day.
    boolean validOn(LocalDate day) {
        return expiresOn != null && !expiresOn.isBefore(day);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    @Nullable
    String agencyUscc() {
        return agencyUscc;
    }

    VacancyOffer offer() {
        return offer;
    }

    String job() {
        return job;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Rejection rejection() {
        return rejection;
    }

    int openingsLeft() {
        return openingsLeft;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    LocalDate expiresOn() {
        return expiresOn;
    }

    VacancyState state() {
        return VacancyState.valueOf(file.state());
    }
}
