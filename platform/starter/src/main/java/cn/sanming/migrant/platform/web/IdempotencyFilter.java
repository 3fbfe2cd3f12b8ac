package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Refusal;
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
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/// `Idempotency-Key` on POST: the same key and body give the first answer again, the same key with another body is
/// refused. Answers of a failing server are not kept, so that a retry can succeed.
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KeptAnswers answers;
    private final Problems problems;
    private final JsonMapper mapper;

    IdempotencyFilter(KeptAnswers answers, Problems problems, JsonMapper mapper) {
        this.answers = answers;
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
        var id = hash(Actors.current().id() + '\n' + request.getRequestURI() + '\n' + key);
        var content = buffered.fingerprint();
        switch (answers.claim(id, content, PATIENCE)) {
            case KeptAnswers.Claim.Mine(Instant since) -> proceed(id, since, buffered, response, chain);
            case KeptAnswers.Claim.OtherContent() -> refuse(Refusal.Kind.IDEMPOTENCY_MISMATCH, request, response);
            case KeptAnswers.Claim.StillRunning() -> refuse(Refusal.Kind.IN_PROGRESS, request, response);
            case KeptAnswers.Claim.Answered(KeptAnswers.Answer answer) -> answer.writeTo(response);
        }
    }

    private void proceed(
            String id, Instant since, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, caught);
            if (caught.getStatus() < 500 && caught.getStatus() != 429) {
                answers.keep(id, KeptAnswers.Answer.of(caught));
                kept = true;
            }
        } finally {
            // with the store gone half-way nobody knows what was done, and asking it again only costs time
            if (!kept && request.getAttribute(ProblemAdvice.STORE_OUTAGE) == null) {
                answers.release(id, since);
            }
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
