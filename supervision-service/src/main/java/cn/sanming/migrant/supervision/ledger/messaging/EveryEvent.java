package cn.sanming.migrant.supervision.ledger.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.supervision.indicator.IndicatorDesk;
import cn.sanming.migrant.supervision.ledger.Ledger;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Hears everything every department publishes: writes it down, then lets the indicators count it.
@Component
class EveryEvent {

    private final Ledger ledger;
    private final IndicatorDesk indicators;
    private final Clock clock;

    EveryEvent(Ledger ledger, IndicatorDesk indicators, Clock clock) {
        this.ledger = ledger;
        this.indicators = indicators;
        this.clock = clock;
    }

    private void take(Received event) {
        var entry = ledger.keep(event, clock.instant());
        indicators.take(event, entry.received());
    }

    @OnEvent(value = "job.*", id = "count-jobs")
    void ofJobs(JsonNode payload, Received event) {
        take(event);
    }

    @OnEvent(value = "subsidy.*", id = "count-subsidies")
    void ofSubsidies(JsonNode payload, Received event) {
        take(event);
    }

    @OnEvent(value = "training.*", id = "count-training")
    void ofTraining(JsonNode payload, Received event) {
        take(event);
    }

    @OnEvent(value = "housing.*", id = "count-housing")
    void ofHousing(JsonNode payload, Received event) {
        take(event);
    }

    @OnEvent(value = "wage.*", id = "count-wages")
    void ofWages(JsonNode payload, Received event) {
        take(event);
    }

    @OnEvent(value = "legalaid.*", id = "count-legal-aid")
    void ofLegalAid(JsonNode payload, Received event) {
        take(event);
    }

    @OnEvent(value = "community.*", id = "count-community")
    void ofCommunity(JsonNode payload, Received event) {
        take(event);
    }

    @OnEvent(value = "supervision.*", id = "count-supervision")
    void ofSupervision(JsonNode payload, Received event) {
        take(event);
    }
}
