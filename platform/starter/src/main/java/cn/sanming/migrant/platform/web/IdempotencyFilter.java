package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.RequestKey;
import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/// `Idempotency-Key` on POST: the same key and body give the first answer again, the same key with another body is
/// refused. Answers of a failing server are not kept, so that a retry can succeed.
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final KeptAnswers answers;
    private final KeyedPaths paths;
    private final RepeatSafety repeatable;
    private final Problems problems;
    private final JsonMapper mapper;

    IdempotencyFilter(
            KeptAnswers answers, KeyedPaths paths, RepeatSafety repeatable, Problems problems, JsonMapper mapper) {
        this.answers = answers;
        this.paths = paths;
        this.repeatable = repeatable;
        this.problems = problems;
        this.mapper = mapper;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // strangers can only calculate, which needs no keeping; and they must not meet in one space of keys
        return !"POST".equals(request.getMethod())
                || request.getHeader(HEADER) == null
                || Actors.current().equals(Actor.PUBLIC);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(Refusal.Kind.VALIDATION, request, response);
            return;
        }
        var buffered = new BufferedRequest(request);
        var content = buffered.fingerprint();
        var actor = Actors.current().id();
        RequestKeys.put(buffered, RequestKey.of(actor, request.getRequestURI(), key, content));
        if (paths.keepTheirKeys(request.getRequestURI())) {
            chain.doFilter(buffered, response);
            return;
        }
        var id = hash(actor + '\n' + request.getRequestURI() + '\n' + key);
        boolean repeatSafe = repeatable.mayRunAgain(buffered);
        KeptAnswers.Claim claim;
        try {
            claim = answers.claim(id, content, PATIENCE, repeatSafe);
        } catch (DataAccessException | MongoException e) {
            refuse(Refusal.Kind.UNAVAILABLE, request, response);
            return;
        }
        switch (claim) {
            case KeptAnswers.Claim.Mine(Instant since) -> proceed(id, since, buffered, response, chain);
            case KeptAnswers.Claim.OtherContent() -> refuse(Refusal.Kind.IDEMPOTENCY_MISMATCH, request, response);
            case KeptAnswers.Claim.StillRunning() -> refuse(Refusal.Kind.IN_PROGRESS, request, response);
            case KeptAnswers.Claim.Unknown() -> refuse(Refusal.Kind.OUTCOME_UNKNOWN, request, response);
            case KeptAnswers.Claim.Answered(KeptAnswers.Answer answer) -> answer.writeTo(response);
        }
    }

    /// What is answered is kept. After a failure the claim stays with its content: whether anything was done is
    // unknown.
    private void proceed(
            String id, Instant since, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, caught);
            if (caught.getStatus() == 429) {
                answers.release(id, since);
            } else if (caught.getStatus() < 500) {
                answers.keep(id, KeptAnswers.Answer.of(caught));
            }
        } catch (DataAccessException | MongoException e) {
            LOG.warn("an answer could not be kept: {}", e.getClass().getSimpleName());
        } finally {
            caught.copyBodyToResponse();
        }
    }

    private void refuse(Refusal.Kind kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = problems.answer(Refusal.of(kind), request);
        response.setStatus(problem.getStatusCode().value());
        response.setContentType("application/problem+json");
        mapper.writeValue(response.getOutputStream(), problem.getBody());
    }

    private static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
