package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When recommendations are made without being asked for: on registration, on a new certificate, and every Monday.
@Component
class RecommendationTriggers implements BusinessJob {

    private final RecommendationDesk desk;
    private final Clock clock;

    record OfPerson(String personId) {}

    record Certificate(
            String personId,
            String occupationCode,
            @Nullable Integer level) {}

    RecommendationTriggers(RecommendationDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent("job.unemployment.registered")
    void onRegistration(OfPerson registration, Received event) {
        desk.registered(registration.personId());
        desk.recommend(registration.personId(), Recommendation.Trigger.REGISTRATION, event.react(clock.instant()));
    }

    @OnEvent("training.certificate.issued")
    void onCertificate(Certificate certificate, Received event) {
        desk.learned(certificate.personId(), certificate.occupationCode(), certificate.level());
        desk.recommend(certificate.personId(), Recommendation.Trigger.CERTIFICATE, event.react(clock.instant()));
    }

    @OnEvent("training.enrolment.completed")
    void onTraining(Certificate training, Received event) {
        desk.learned(training.personId(), training.occupationCode(), null);
    }

    @Override
    public String name() {
        return "weekly-recommendations";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(7, 0);
    }

    @Override
    public void run(LocalDate businessDate) {
        if (businessDate.getDayOfWeek() == DayOfWeek.MONDAY) {
            desk.recommendToAll(
                    Act.ofSystem(businessDate.atTime(at()).atZone(Dates.ZONE).toInstant()));
        }
    }
}
