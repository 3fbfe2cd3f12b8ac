package cn.sanming.migrant.housing.application.messaging;

import cn.sanming.migrant.housing.application.ApplicationDesk;
import cn.sanming.migrant.housing.application.Honours;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// The title 优秀农民工 gives priority class 2 (measure 21, effects of the title).
@Component
class HonourNews {

    private final Honours honours;
    private final ApplicationDesk desk;
    private final Clock clock;

    record Granted(String personId, LocalDate grantedOn) {}

    HonourNews(Honours honours, ApplicationDesk desk, Clock clock) {
        this.honours = honours;
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "supervision.honour.granted", id = "raise-honoured-applicant")
    void raise(Granted news, Received event) {
        honours.enter(news.personId(), news.grantedOn());
        desk.honour(news.personId(), event.react(clock.instant()));
    }
}
