package cn.sanming.migrant.community.health.record;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Invites whoever registers for work or moves into a flat (建档邀请). One invitation for each person, the latest news
/// counts.
@Component
public class Invitations {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;
    private final RuleBook rules;

    record Registration(String personId, String districtCode, LocalDate residenceStart) {}

    record Lease(String personId, List<String> household, String districtCode, LocalDate startOn) {}

    Invitations(MongoTemplate mongo, RuleBook rules) {
        this.mongo = mongo;
        this.rules = rules;
    }

    @OnEvent(value = "job.unemployment.registered", id = "invite-unemployed")
    void registered(Registration told, Received event) {
        invite(told.personId(), told.districtCode(), told.residenceStart(), event);
    }

    @OnEvent(value = "housing.lease.signed", id = "invite-new-tenant")
    void leased(Lease lease, Received event) {
        var people = new HashSet<>(lease.household());
        people.add(lease.personId());
        people.forEach(person -> invite(person, lease.districtCode(), lease.startOn(), event));
    }

    public Optional<HealthInvitation> of(String personId) {
        return Optional.ofNullable(mongo.findById(personId, HealthInvitation.class));
    }

    private void invite(String person, String district, LocalDate since, Received event) {
        for (int attempt = 1; ; attempt++) {
            var known = of(person).orElse(null);
            if (known != null && !known.toldAt().isBefore(event.time())) {
                return;
            }
            var moved = known == null || !known.district().equals(district);
            var start = moved || since.isBefore(known.residenceStart()) ? since : known.residenceStart();
            var months = rules.context().on(start).integer("health.record.residence_months");
            try {
                mongo.save(new HealthInvitation(
                        person,
                        known == null ? null : known.version(),
                        district,
                        start,
                        Dates.addMonths(start, months),
                        event.time()));
                return;
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
