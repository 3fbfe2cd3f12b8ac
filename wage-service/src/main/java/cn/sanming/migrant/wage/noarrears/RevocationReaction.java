package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Arrears on the project, or its contractor on the blacklist, cost the plate (撤销无欠薪项目部).
@Component
class RevocationReaction {

    private final AssessmentDesk desk;
    private final Clock clock;

    RevocationReaction(AssessmentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    record Detected(@Nullable String projectId) {}

    record Listed(String employerUscc) {}

    @OnEvent(value = "wage.arrears.detected", id = "revoke-plate-for-arrears")
    void arrears(Detected detected, Received event) {
        if (detected.projectId() != null) {
            desk.revokeOn(detected.projectId(), event.react(clock.instant()));
        }
    }

    @OnEvent(value = "wage.blacklist.listed", id = "revoke-plate-for-blacklisting")
    void listed(Listed listed, Received event) {
        desk.revokeOf(listed.employerUscc(), event.react(clock.instant()));
    }
}
