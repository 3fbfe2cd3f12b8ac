package cn.sanming.migrant.wage.employment.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.wage.employment.Employment;
import cn.sanming.migrant.wage.employment.EmploymentDesk;
import cn.sanming.migrant.wage.employment.EmploymentDesk.Beginning;
import cn.sanming.migrant.wage.employment.Source;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// A placement begins an employment, and with it the month in which a written contract is expected.
@Component
class PlacementListener {

    private final EmploymentDesk employments;
    private final Clock clock;

    PlacementListener(EmploymentDesk employments, Clock clock) {
        this.employments = employments;
        this.clock = clock;
    }

    /// Our own copy of what the job department says of a placement.
    record Placed(String personId, String employerUscc, String districtCode, LocalDate startOn) {

        Beginning beginning(Source source) {
            return new Beginning(
                    personId, employerUscc, districtCode, startOn, source, new Employment.Terms(null, null, null));
        }
    }

    @OnEvent(value = "job.placement.confirmed", id = "open-employment-of-placement")
    void placed(Placed placed, Received event) {
        employments.ensureOpen(placed.beginning(Source.PLACEMENT), event.react(clock.instant()));
    }

    @OnEvent(value = "job.post.placed", id = "open-employment-of-welfare-post")
    void placedInWelfarePost(Placed placed, Received event) {
        employments.ensureOpen(placed.beginning(Source.WELFARE_POST), event.react(clock.instant()));
    }
}
