package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.protect.FieldCipher;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// The first answers to keyed requests, kept for a day, encrypted like any personal data.
final class KeptAnswers {

    private final MongoTemplate mongo;
    private final FieldCipher cipher;

    KeptAnswers(MongoTemplate mongo, FieldCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
    }

    sealed interface Claim {
        record Mine(Instant since) implements Claim {}

        record OtherContent() implements Claim {}

        record StillRunning() implements Claim {}

        /// The first try was cut off; whether it did anything is not known here.
        record Unknown() implements Claim {}

        record Answered(Answer answer) implements Claim {}
    }

    record Answer(
            int status,
            @Nullable String type,
            @Nullable String location,
            @Nullable String etag,
            String body) {

        static Answer of(ContentCachingResponseWrapper response) {
            return new Answer(
                    response.getStatus(),
                    response.getContentType(),
                    response.getHeader("Location"),
                    response.getHeader("ETag"),
                    new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
        }

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            if (type != null) {
                response.setContentType(type);
            }
            if (location != null) {
                response.setHeader("Location", location);
            }
            if (etag != null) {
                response.setHeader("ETag", etag);
            }
            response.setHeader("Idempotency-Replayed", "true");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Document("idempotency")
    record Entry(
            @Id String id,
            String content,
            @Indexed(expireAfter = "1d") Instant since,
            @Nullable Answer answer) {}

    /// @param repeatSafe whether the request may run again without harm
    Claim claim(String id, String content, Duration patience, boolean repeatSafe) {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        try {
            mongo.insert(new Entry(id, content, now, null));
            return new Claim.Mine(now);
        } catch (DuplicateKeyException e) {
            var first = mongo.findById(id, Entry.class);
            if (first == null) {
                return claim(id, content, patience, repeatSafe);
            }
            if (!first.content().equals(content)) {
                return new Claim.OtherContent();
            }
            if (first.answer() != null) {
                var kept = first.answer();
                return new Claim.Answered(
                        new Answer(kept.status(), kept.type(), kept.location(), kept.etag(), cipher.open(kept.body())));
            }
            if (repeatSafe) {
                return new Claim.Mine(first.since());
            }
            return first.since().plus(patience).isAfter(now) ? new Claim.StillRunning() : new Claim.Unknown();
        }
    }

    void keep(String id, Answer answer) {
        var sealed = new Answer(
                answer.status(), answer.type(), answer.location(), answer.etag(), cipher.seal(answer.body()));
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), Update.update("answer", sealed), Entry.class);
    }

    void release(String id, Instant since) {
        mongo.remove(Query.query(Criteria.where("_id").is(id).and("since").is(since)), Entry.class);
    }
}
