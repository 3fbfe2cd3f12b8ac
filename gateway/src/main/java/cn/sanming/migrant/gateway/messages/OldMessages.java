package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Forgets messages that are older than they need to be kept.
@Component
final class OldMessages implements BusinessJob {

    private static final Logger LOG = LoggerFactory.getLogger(OldMessages.class);

    private final MessageStore messages;
    private final PostSettings settings;

    OldMessages(MessageStore messages, PostSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "forget-old-messages";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 40);
    }

    @Override
    public void run(LocalDate businessDate) {
        var from = businessDate.atStartOfDay(Dates.ZONE).toInstant().minus(settings.kept());
        LOG.info("{} old messages forgotten", messages.forgetBefore(from));
    }
}
