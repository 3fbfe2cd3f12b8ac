package cn.sanming.migrant.gateway.messages;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How messages go out.
///
/// @param templates the WeChat template of each kind; a kind without one stays in the box
/// @param lasting   kinds whose templates need one consent for ever (长期订阅), as WeChat grants them to public services
/// @param interval  between two looks for what is due
/// @param parallel  messages on their way at once
/// @param lease     after how long a message somebody took and did not settle is tried again
/// @param longest   wait between two tries
/// @param giveUp    after how long a message that cannot be sent becomes a dead letter
/// @param kept      how long messages are kept at all
@ConfigurationProperties("migrant.gateway.messages")
public record PostSettings(
        @DefaultValue Map<String, String> templates,
        @DefaultValue Set<String> lasting,
        @DefaultValue("500ms") Duration interval,
        @DefaultValue("8") int parallel,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration shortest,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("24h") Duration giveUp,
        @DefaultValue("730d") Duration kept) {

    String templateOf(String kind) {
        return templates.getOrDefault(kind, "");
    }

    /// Doubles with each try.
    Duration pauseAfter(int attempts) {
        var pause = shortest.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
