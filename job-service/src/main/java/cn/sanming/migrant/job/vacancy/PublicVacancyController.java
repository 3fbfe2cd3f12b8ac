package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Bodies;
import cn.sanming.migrant.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Open vacancies for everybody, and the partners' feed of changes: a cursor to come back with, 304 when nothing is
/// new.
@RestController
class PublicVacancyController {

    static final String PATH = "/api/v1/jobs/published-vacancies";

    private static final String START = "0_";

    private final PublishedVacancies vacancies;
    private final Clock clock;
    private final Duration settling;

    /// @param settling how long a change is kept back from the feed, so that none with an earlier time comes after it
    PublicVacancyController(
            PublishedVacancies vacancies, Clock clock, @Value("${migrant.jobs.feed.settling}") Duration settling) {
        this.vacancies = vacancies;
        this.clock = clock;
        this.settling = settling;
    }

    /// @param cursor where to go on next time, also when there is nothing yet
    record Feed(List<PublicVacancy> items, String cursor) {}

    @GetMapping(PATH)
    Page<PublicVacancy> list(
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(name = "occupation_code", required = false) @Nullable String occupation,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        return Page.of(vacancies.search(district, occupation, after, size + 1), size, PublicVacancy::id);
    }

    @GetMapping(PATH + "/{id}")
    Outcome<PublicVacancy> one(@PathVariable String id) {
        return vacancies.find(id).map(Outcome::done).orElseGet(Outcome::notFound);
    }

    @GetMapping("/api/v1/jobs/vacancy-feed")
    ResponseEntity<Feed> feed(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var from = cursor == null ? START : cursor;
        if (!from.matches("[0-9]{1,15}_[a-z0-9-]{0,60}")) {
            throw new Bodies.Refused(Refusal.of(Refusal.Kind.VALIDATION, Reason.at("/cursor", "INVALID_CURSOR")));
        }
        int cut = from.indexOf('_');
        var at = Instant.ofEpochMilli(Long.parseLong(from.substring(0, cut)));
        var items = vacancies.changedSince(
                at, from.substring(cut + 1), clock.instant().minus(settling), Page.limit(limit));
        var next = items.isEmpty()
                ? from
                : items.getLast().changedAt().toEpochMilli() + "_"
                        + items.getLast().id();
        var tag = '"' + next + '"';
        return tag.equals(known)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(new Feed(items, next));
    }
}
