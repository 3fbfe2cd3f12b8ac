package cn.sanming.migrant.legalaid.consultation;

import cn.sanming.migrant.legalaid.duty.Channel;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One question and when it was answered (咨询记录). What was said is not kept, only the topic.
@Document("consultations")
final class Consultation implements CaseAggregate {

    /// What people ask about.
    enum Topic {
        LABOUR_PAY,
        LABOUR_CONTRACT,
        WORK_INJURY,
        SOCIAL_INSURANCE,
        FAMILY,
        OTHER
    }

    private enum State {
        LOGGED
    }

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Channel channel;
    private final Topic topic;

    @Indexed(sparse = true)
    private final @Nullable String personId;

    private final Instant askedAt;
    private @Nullable Instant answeredAt;

    /// A consultation as the asker and the centre see it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String state,
            @Nullable String district,
            Channel channel,
            Topic topic,
            Instant askedAt,
            @Nullable Instant answeredAt) {}

    Consultation(String id, CaseFile file, Channel channel, Topic topic, @Nullable String personId, Instant askedAt) {
        this.id = id;
        this.file = file;
        this.channel = channel;
        this.topic = topic;
        this.personId = personId;
        this.askedAt = askedAt;
    }

    static Consultation asked(
            Channel channel,
            Topic topic,
            @Nullable String personId,
            String district,
            Instant askedAt,
            CommandContext context) {
        var id = Ids.next("co");
        return new Consultation(
                id, CaseFile.opened(id, State.LOGGED, district, context), channel, topic, personId, askedAt);
    }

    /// Answers the question; only once, so only one event tells of it.
    boolean answer(WorkingCalendar calendar, CommandContext context) {
        if (answeredAt != null) {
            return false;
        }
        answeredAt = context.at();
        LocalDate day = context.today();
        file.record(
                new ConsultationAnswered(
                        id,
                        channel,
                        context.at().atZone(Dates.ZONE).toOffsetDateTime(),
                        calendar.isRestDay(day),
                        topic),
                context);
        return true;
    }

    boolean isOf(@Nullable String worker) {
        return worker != null && worker.equals(personId);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    View view() {
        return new View(
                id, answeredAt == null ? "ASKED" : "ANSWERED", file.district(), channel, topic, askedAt, answeredAt);
    }
}
