package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
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
@CompoundIndex(def = "{'changedAt': 1, '_id': 1}")
public final class Vacancy implements CaseRecord {

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

    static Vacancy draft(String id, @Nullable String agencyUscc, VacancyOffer offer, Act act) {
        var file = CaseFile.opened(id, VacancyState.DRAFT, offer.district(), act);
        var made = new Vacancy(id, file, agencyUscc, offer, offer.job(), offer.openings(), new ArrayList<>(), act.at());
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
    Verdict submit(boolean blacklisted, VacancyMinimumWage.Finding wage, Act act) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        var fault = rejection == null || !rejection.offer().equals(offer) ? null : rejection.error();
        return Verdict.guards()
                .require(wage.accepted(), "WAGE_BELOW_MINIMUM")
                .require(fault == null, fault == null ? "" : fault)
                .then(() -> {
                    rejection = null;
                    submittedAt = act.at();
                    changedAt = act.at();
                    live();
                });
    }

    /// Sent back with a reason; meanwhile another agency may have the job.
    Verdict reject(String reason, VacancyContent.Finding content, Act act) {
        rejection = new Rejection(reason, content.error(), offer);
        liveJob = null;
        changedAt = act.at();
        return Verdict.granted();
    }

    Verdict revise(VacancyOffer changed, Act act) {
        return Verdict.guards()
                .require(file.is(VacancyState.DRAFT, VacancyState.REJECTED), "NOT_EDITABLE")
                .require(changed.employerUscc().equals(offer.employerUscc()), "EMPLOYER_CHANGED")
                .then(() -> {
                    offer = changed;
                    job = changed.job();
                    live();
                    openingsLeft = changed.openings();
                    changedAt = act.at();
                });
    }

    Verdict publish(boolean blacklisted, VacancyContent.Finding content, int validityDays, Act act) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        if (content.error() != null) {
            return Verdict.guardFailed(content.error());
        }
        listed(act);
        publishedAt = act.at();
        expiresOn = act.today().plusDays(offer.validityDays() == null ? validityDays : offer.validityDays());
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
                act);
        return Verdict.granted();
    }

    /// From now on the index finds it.
    private void listed(Act act) {
        changedAt = act.at();
        matchKeys = MatchKeys.of(List.of(offer.occupationCode()), List.of(offer.district()));
    }

    private void unlisted(Act act) {
        changedAt = act.at();
        matchKeys = null;
    }

    Verdict suspend(Act act) {
        unlisted(act);
        return Verdict.granted();
    }

    Verdict resume(boolean blacklisted, Act act) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        return Verdict.guards().require(validOn(act.today()), "EXPIRED").then(() -> listed(act));
    }

    Verdict hide(String causeEventId, Act act) {
        unlisted(act);
        file.record(new VacancyEvents.Hidden(id, offer.employerUscc(), "BLACKLIST", causeEventId), act);
        return Verdict.granted();
    }

    Verdict restore(String causeEventId, Act act) {
        return Verdict.guards().require(validOn(act.today()), "EXPIRED").then(() -> {
            listed(act);
            file.record(new VacancyEvents.Restored(id, offer.employerUscc(), causeEventId), act);
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

    Verdict correctOpenings(int left, Act act) {
        return Verdict.guards()
                .require(file.is(VacancyState.PUBLISHED, VacancyState.SUSPENDED), "NOT_OPEN")
                .require(left >= 0 && left <= offer.openings(), "OPENINGS_OUT_OF_RANGE")
                .then(() -> {
                    openingsLeft = left;
                    changedAt = act.at();
                });
    }

    Verdict fill(Act act) {
        return Verdict.guards()
                .require(openingsLeft == 0, Reason.of("OPENINGS_LEFT").required(0, openingsLeft))
                .then(() -> close(VacancyEvents.Closing.FILLED, act));
    }

    Verdict expire(Act act) {
        return Verdict.guards()
                .require(!validOn(act.today()), "STILL_VALID")
                .then(() -> close(VacancyEvents.Closing.EXPIRED, act));
    }

    Verdict withdraw(Act act) {
        close(VacancyEvents.Closing.WITHDRAWN, act);
        return Verdict.granted();
    }

    private void close(VacancyEvents.Closing reason, Act act) {
        unlisted(act);
        liveJob = null;
        liveReference = null;
        file.record(new VacancyEvents.Closed(id, offer.employerUscc(), reason), act);
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
