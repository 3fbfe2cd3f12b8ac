package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.CalendarMissing;
import cn.sanming.migrant.platform.reference.ParameterMissing;
import cn.sanming.migrant.platform.store.StoreOutage;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Whatever goes wrong on the way leaves as a problem: bad input as 400, a dead store as 503, a bug as 500 without
/// a trace.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    /// Set on a request that the store left without an answer.
    static final String STORE_OUTAGE = ProblemAdvice.class.getName() + ".storeOutage";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final ArgumentFaults arguments;

    ProblemAdvice(Problems problems, ArgumentFaults arguments) {
        this.problems = problems;
        this.arguments = arguments;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Bodies.Refused e, Locale locale) {
        return problems.answer(e.refusal(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> unfit(UnfitFacts e, Locale locale) {
        return problems.answer(new Refusal(Kind.VALIDATION, e.reasons(), null), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(JacksonException e, Locale locale) {
        return problems.answer(Refusal.of(Kind.VALIDATION, JsonFaults.of(e)), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException e, Locale locale) {
        return problems.answer(Refusal.of(Kind.VALIDATION, Reason.of("MALFORMED_QUERY")), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> calendar(CalendarMissing e, Locale locale) {
        return problems.answer(
                Refusal.of(Kind.CALENDAR_MISSING, Reason.of("CALENDAR_MISSING").required("calendar", e.year())),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> parameter(ParameterMissing e, Locale locale) {
        return problems.answer(
                Refusal.of(
                        Kind.PARAMETER_MISSING, Reason.of("PARAMETER_MISSING").required(e.id(), e.date())),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> raced(OptimisticLockingFailureException e, Locale locale) {
        return problems.answer(Refusal.of(Kind.VERSION_CONFLICT), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(Exception e, Locale locale, WebRequest request) {
        if (StoreOutage.isBehind(e)) {
            request.setAttribute(STORE_OUTAGE, true, WebRequest.SCOPE_REQUEST);
            LOG.warn("the store does not answer: {}", e.getClass().getSimpleName());
            return problems.answer(Refusal.of(Kind.UNAVAILABLE), locale);
        }
        LOG.error("unexpected", e);
        return problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, locale);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return faulty(request, Reason.at("/" + e.getParameterName(), "REQUIRED"));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return faulty(request, Reason.at("/" + e.getPropertyName(), "INVALID"));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problems.answer(Refusal.of(Kind.VALIDATION, JsonFaults.of(e)), LocaleContextHolder.getLocale());
    }

    /// @param first what the framework stopped at; the answer names all there is
    private ResponseEntity<Object> faulty(WebRequest request, Reason first) {
        var all = arguments.of(request);
        return problems.answer(
                new Refusal(Kind.VALIDATION, all.isEmpty() ? List.of(first) : all, null),
                LocaleContextHolder.getLocale());
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = problems.answer(status, LocaleContextHolder.getLocale());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
