package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.unemployment.UnemploymentRegister;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What other events mean for seekers: new abilities, a new place, and recommendations nobody had to ask for.
@Component
class RecommendationTriggers {

    private final RecommendationDesk desk;
    private final Seekers seekers;
    private final UnemploymentRegister register;
    private final PushDesk pushes;
    private final PushWorker worker;
    private final Clock clock;

    record Published(Instant publishedAt) {}

    record OfPerson(String personId) {}

    record Certificate(
            String personId,
            String occupationCode,
            @Nullable Integer level) {}

    record Training(String personId, String occupationCode) {}

    record Award(String personId, String competitionId, int rank) {}

    record Lease(String personId, String districtCode) {}

    RecommendationTriggers(
            RecommendationDesk desk,
            Seekers seekers,
            UnemploymentRegister register,
            PushDesk pushes,
            PushWorker worker,
            Clock clock) {
        this.desk = desk;
        this.seekers = seekers;
        this.register = register;
        this.pushes = pushes;
        this.worker = worker;
        this.clock = clock;
    }

    @OnEvent(value = "job.vacancy.published", id = "recommend-after-publication")
    void onPublication(Published vacancy, Received event) {
        var on = LocalDate.ofInstant(vacancy.publishedAt(), Dates.ZONE);
        pushes.plan(new VacancyPush(
                event.subject(),
                VacancyPush.State.PENDING,
                vacancy.publishedAt(),
                on,
                YearMonth.from(on).toString(),
                event.correlationId(),
                event.id(),
                0,
                0,
                null));
        worker.nudge();
    }

    @OnEvent(value = "job.unemployment.registered", id = "recommend-after-registration")
    void onRegistration(OfPerson registration, Received event) {
        register.of(registration.personId())
                .ifPresent(registered ->
                        seekers.change(registered.personId(), profile -> profile.wishing(wishes(profile, registered))));
        desk.recommend(registration.personId(), Recommendation.Trigger.REGISTRATION, event.react(clock.instant()));
    }

    /// What the person said when registering counts; places known before stay.
    private static SeekerProfile.Wishes wishes(SeekerProfile profile, UnemploymentRegister.Registered registered) {
        var places = new LinkedHashSet<>(
                registered.preferredDistricts() == null
                        ? List.of(registered.district())
                        : registered.preferredDistricts());
        places.addAll(profile.wishes().preferredDistricts());
        return new SeekerProfile.Wishes(
                registered.occupationCodes(),
                registered.skillLevel() == null ? profile.wishes().skillLevel() : registered.skillLevel(),
                List.copyOf(places),
                registered.expectedMinWage() == null
                        ? profile.wishes().expectedMinWage()
                        : registered.expectedMinWage(),
                registered.birthDate(),
                registered.retirementCategory(),
                profile.version() == null || profile.wishes().subscribed());
    }

    @OnEvent(value = "training.certificate.issued", id = "recommend-after-certificate")
    void onCertificate(Certificate certificate, Received event) {
        var skill = new SeekerProfile.Skill(event.subject(), certificate.occupationCode(), certificate.level(), false);
        seekers.change(certificate.personId(), profile -> profile.certified(skill));
        desk.recommend(certificate.personId(), Recommendation.Trigger.CERTIFICATE, event.react(clock.instant()));
    }

    @OnEvent(value = "training.certificate.revoked", id = "forget-revoked-certificate")
    void onRevocation(OfPerson certificate, Received event) {
        seekers.change(certificate.personId(), profile -> profile.revoked(event.subject()));
    }

    @OnEvent(value = "training.enrolment.completed", id = "recommend-after-training")
    void onTraining(Training training, Received event) {
        seekers.change(training.personId(), profile -> profile.learned(training.occupationCode()));
    }

    @OnEvent(value = "training.award.granted", id = "recommend-after-award")
    void onAward(Award award, Received event) {
        var won = new SeekerProfile.Award(event.subject(), award.competitionId(), award.rank());
        seekers.change(award.personId(), profile -> profile.awarded(won));
    }

    /// A public rental home is a place to look for work around.
    @OnEvent(value = "housing.lease.signed", id = "recommend-after-lease")
    void onLease(Lease lease, Received event) {
        seekers.change(lease.personId(), profile -> profile.livingIn(lease.districtCode()));
    }
}
