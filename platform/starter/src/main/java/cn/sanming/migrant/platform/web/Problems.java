package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Turns refusals into RFC 9457 problems, in Chinese unless English is asked for, always with every reason.
public final class Problems {

    private static final Pattern DATED = Pattern.compile("([A-Z_]+)_([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final String TYPE = "https://sanming.example/problems/";

    /// Most errors of one answer; their count stands beside them where there are more.
    private static final int MOST = 200;

    private final MessageSource messages;

    public Problems(MessageSource messages) {
        this.messages = messages;
    }

    public ResponseEntity<Object> answer(Refusal refusal, Locale asked) {
        var kind = refusal.kind();
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (kind == Refusal.Kind.UNAVAILABLE
                || kind == Refusal.Kind.TOO_MANY_REQUESTS
                || kind == Refusal.Kind.IN_PROGRESS) {
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
        if (refusal.other() != null) {
            headers.add(HttpHeaders.LINK, "<" + refusal.other() + ">; rel=\"duplicate\"");
        }
        return ResponseEntity.status(kind.status()).headers(headers).body(body(refusal, asked));
    }

    public Map<String, Object> body(Refusal refusal, Locale asked) {
        var locale = language(asked);
        var code = refusal.kind().name();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", URI.create(TYPE + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        body.put("title", text(code, locale));
        body.put("status", refusal.kind().status());
        body.put("code", code);
        if (refusal.other() != null) {
            body.put("other", refusal.other());
        }
        body.put(
                "errors",
                refusal.reasons().stream()
                        .limit(MOST)
                        .map(reason -> error(reason, locale))
                        .toList());
        if (refusal.reasons().size() > MOST) {
            body.put("error_count", refusal.reasons().size());
        }
        return body;
    }

    /// Answers from within a filter, where no controller advice reaches.
    public ResponseEntity<Object> answer(Refusal refusal, HttpServletRequest request) {
        return answer(refusal, languageOf(request));
    }

    Locale languageOf(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.CHINESE : request.getLocale();
    }

    /// A problem of HTTP itself, without reasons of the house.
    ResponseEntity<Object> answer(HttpStatusCode status, Locale asked) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(plain(status.value(), asked));
    }

    Map<String, Object> plain(int status, Locale asked) {
        var code =
                switch (status) {
                    case 400 -> "VALIDATION";
                    case 401 -> "UNAUTHENTICATED";
                    case 403 -> "FORBIDDEN_ROLE";
                    case 413 -> "TOO_LARGE";
                    case 415 -> "UNSUPPORTED_MEDIA_TYPE";
                    case 431 -> "HEADERS_TOO_LARGE";
                    case 500 -> "INTERNAL_ERROR";
                    case 503 -> "UNAVAILABLE";
                    default -> name(status);
                };
        return plain(status, code, asked);
    }

    private static String name(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? "HTTP_" + status : known.name();
    }

    private Map<String, Object> plain(int status, String code, Locale asked) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", URI.create(TYPE + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        body.put("title", text(code, language(asked)));
        body.put("status", status);
        body.put("code", code);
        body.put("errors", List.of());
        return body;
    }

    private static Locale language(Locale asked) {
        return Locale.ENGLISH.getLanguage().equals(asked.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    }

    private Map<String, Object> error(Reason reason, Locale locale) {
        var error = new LinkedHashMap<String, Object>();
        if (reason.pointer() != null) {
            error.put("pointer", reason.pointer());
        }
        error.put("code", reason.code());
        error.put("message", text(reason.code(), locale));
        if (reason.clause() != null) {
            error.put("clause", reason.clause());
        }
        if (reason.required() != null) {
            error.put("required", reason.required());
        }
        if (reason.found() != null) {
            error.put("found", reason.found());
        }
        return error;
    }

    /// The text of a code in its place, or its general text.
    public String sentence(String special, String code, Locale locale) {
        return messages.getMessage(special, null, text(code, language(locale)), language(locale));
    }

    /// A code may end in the day it speaks of; its text then stands under the code without the day.
    private String text(String code, Locale locale) {
        var dated = DATED.matcher(code);
        if (dated.matches()) {
            return messages.getMessage(
                    dated.group(1), new Object[] {dated.group(2)}, text(dated.group(1), locale), locale);
        }
        return messages.getMessage(code, null, code.toLowerCase(Locale.ROOT).replace('_', ' '), locale);
    }
}
