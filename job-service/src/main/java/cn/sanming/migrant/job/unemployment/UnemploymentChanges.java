package cn.sanming.migrant.job.unemployment;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What ends a registration without an officer: work, retirement, six months without contact.
@Component
class UnemploymentChanges implements DueWork {

    private final UnemploymentDesk desk;
    private final Clock clock;

    record Placed(String personId) {}

    record Lease(
            String personId,
            @Nullable List<String> household,
            String districtCode,
            LocalDate startOn,
            LocalDate endOn) {}

    UnemploymentChanges(UnemploymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "job.placement.confirmed", id = "end-unemployment-for-work")
    void endForWork(Placed placement, Received event) {
        desk.employed(placement.personId(), event.react(clock.instant()));
    }

    /// Everybody in the household lives there, not only who signed.
    @OnEvent(value = "housing.lease.signed", id = "prove-residence-by-lease")
    void proveResidence(Lease lease, Received event) {
        var tenants = new LinkedHashSet<>(lease.household() == null ? List.of() : lease.household());
        tenants.add(lease.personId());
        tenants.forEach(person -> desk.proveResidence(new ProvenResidence(
                event.subject() + '|' + person, person, lease.districtCode(), lease.startOn(), lease.endOn())));
    }

    @Override
    public String name() {
        return "unemployment-registrations";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 15);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "retired",
                        UnemploymentRegistration.class,
                        List.of(UnemploymentRegistration.State.REGISTERED),
                        desk::endIfRetired),
                DueStep.each(
                        "silent",
                        UnemploymentRegistration.class,
                        List.of(UnemploymentRegistration.State.REGISTERED),
                        (registered, date) ->
                                registered.and("lastContactOn").lte(date.minusMonths(desk.silentMonths(date))),
                        desk::endIfSilent));
    }
}
