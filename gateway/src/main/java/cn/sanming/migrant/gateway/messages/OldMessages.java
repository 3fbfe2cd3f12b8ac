package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Forgets messages that are older than they need to be kept.
@Component
final class OldMessages implements DueWork {

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
    public List<DueStep> steps() {
        return List.of(DueStep.once("forget", day -> {
            var from = day.date().atStartOfDay(Dates.ZONE).toInstant().minus(settings.kept());
            LOG.info("{} old messages forgotten", messages.forgetBefore(from));
        }));
    }
}
