package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One vacancy recommended to one seeker (岗位推荐), with its points and what the seeker made of it.
@Document("recommendations")
@CompoundIndex(def = "{'personId': 1, 'on': 1}")
final class Recommendation implements CaseAggregate {

    /// What the seeker made of it.
    enum Reaction {
        NONE,
        VIEWED,
        APPLIED,
        HIRED,
        DECLINED
    }

    enum Trigger {
        REGISTRATION,
        CERTIFICATE,
        PERIODIC,
        MANUAL
    }

    @DomainEvent.Type("job.recommendation.made")
    record Made(
            @JsonIgnore String subject, String personId, String vacancyId, int score, String channel, Trigger trigger)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final String personId;

    private final String vacancyId;
    private final int score;
    private final Trigger trigger;
    private final LocalDate on;
    private final Instant madeAt;

    Recommendation(
            String id,
            CaseFile file,
            String personId,
            String vacancyId,
            int score,
            Trigger trigger,
            LocalDate on,
            Instant madeAt) {
        this.id = id;
        this.file = file;
        this.personId = personId;
        this.vacancyId = vacancyId;
        this.score = score;
        this.trigger = trigger;
        this.on = on;
        this.madeAt = madeAt;
    }

    /// The same vacancy is recommended to the same person once a day for the same cause.
    static String idOf(String personId, String vacancyId, Trigger trigger, LocalDate on) {
        return Ids.of("rc", personId, vacancyId, trigger.name(), on.toString());
    }

    /// @param on the business date it counts for, so that a push repeated after midnight is the same push
    static Recommendation made(
            String personId,
            String vacancyId,
            @Nullable String district,
            int score,
            Trigger trigger,
            LocalDate on,
            CommandContext context) {
        var id = idOf(personId, vacancyId, trigger, on);
        var file = CaseFile.opened(id, Reaction.NONE, district, context);
        file.record(new Made(id, personId, vacancyId, score, "WECHAT", trigger), context);
        return new Recommendation(id, file, personId, vacancyId, score, trigger, on, context.at());
    }

    void reacted(Reaction reaction, CommandContext context) {
        file.move("react", reaction.name(), "WORKER", context, null);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String personId() {
        return personId;
    }

    String vacancyId() {
        return vacancyId;
    }

    int score() {
        return score;
    }

    Trigger trigger() {
        return trigger;
    }

    Instant madeAt() {
        return madeAt;
    }
}
