package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// How much one partner may send (机构配额): rows in a day and live advertisements at a time. The day is counted in one
/// record per partner, so that parallel uploads share one limit.
@Component
class PartnerQuota {

    private static final String COLLECTION = "partner-quotas";
    private static final List<String> LIVE =
            List.of("DRAFT", "SUBMITTED", "REJECTED", "PUBLISHED", "SUSPENDED", "HIDDEN");

    private final MongoTemplate mongo;
    private final int rowsPerDay;
    private final int liveAds;

    PartnerQuota(
            MongoTemplate mongo,
            @Value("${migrant.jobs.partner.rows-per-day}") int rowsPerDay,
            @Value("${migrant.jobs.partner.live-ads}") int liveAds) {
        this.mongo = mongo;
        this.rowsPerDay = rowsPerDay;
        this.liveAds = liveAds;
    }

    /// Takes rows of today's quota; employers have none for their own vacancies.
    ///
    /// @return what stands against it, or nothing
    @Nullable
    Refusal take(CommandContext context, int rows) {
        var agency = agency(context);
        if (agency == null) {
            return null;
        }
        int used = used(agency + '|' + context.today(), rows);
        return used > rowsPerDay ? refusal(used) : null;
    }

    /// Rows that were taken and not used after all.
    void giveBack(CommandContext context, int rows) {
        var agency = agency(context);
        if (agency != null && rows > 0) {
            used(agency + '|' + context.today(), -rows);
        }
    }

    /// Whether nothing of today's quota is left, before a file is read at all.
    @Nullable
    Refusal usedUp(CommandContext context) {
        var agency = agency(context);
        var kept = agency == null ? null : mongo.findById(agency + '|' + context.today(), Document.class, COLLECTION);
        int used = kept == null ? 0 : kept.getInteger("rows");
        return used >= rowsPerDay && kept != null ? refusal(used) : null;
    }

    private Refusal refusal(int used) {
        return Refusal.of(
                Refusal.Kind.TOO_MANY_REQUESTS, Reason.of("DAILY_QUOTA_USED_UP").required(rowsPerDay, used));
    }

    /// How many more advertisements the partner may have live.
    int room(CommandContext context) {
        var agency = agency(context);
        if (agency == null) {
            return Integer.MAX_VALUE;
        }
        var live = Query.query(
                Criteria.where("agencyUscc").is(agency).and("file.state").in(LIVE));
        return (int) Math.max(0, liveAds - mongo.count(live, Vacancy.class));
    }

    Refusal full() {
        return Refusal.of(
                Refusal.Kind.CAP_REACHED,
                Reason.of("LIVE_ADVERTISEMENTS_USED_UP").required(liveAds, liveAds));
    }

    private int used(String key, int rows) {
        var query = Query.query(Criteria.where("_id").is(key));
        var options = FindAndModifyOptions.options().upsert(true).returnNew(true);
        for (int attempt = 1; ; attempt++) {
            try {
                var kept =
                        mongo.findAndModify(query, new Update().inc("rows", rows), options, Document.class, COLLECTION);
                return Objects.requireNonNull(kept).getInteger("rows");
            } catch (DuplicateKeyException e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    private static @Nullable String agency(CommandContext context) {
        return context.actor().has("AGENCY") ? context.actor().creditCode() : null;
    }
}
