package cn.sanming.migrant.community.station;

import cn.sanming.migrant.community.rating.Ratings;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The map of rest stations, for everybody; where somebody asked from is neither kept nor logged.
@RestController
@RequestMapping("/api/v1/community/stations")
class StationController {

    private static final int MOST = 50;

    private final StationSearch search;
    private final StationDesk desk;
    private final Ratings ratings;
    private final Clock clock;

    record Nearest(List<StationPin> items) {}

    StationController(StationSearch search, StationDesk desk, Ratings ratings, Clock clock) {
        this.search = search;
        this.desk = desk;
        this.ratings = ratings;
        this.clock = clock;
    }

    /// @param facility only stations that have it
    @GetMapping("/nearest")
    Outcome<Nearest> nearest(
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(required = false) @Nullable Double lng,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String facility) {
        var faults = new ArrayList<Reason>();
        check(lat, 90, "/lat", faults);
        check(lng, 180, "/lng", faults);
        if (lat == null || lng == null || !faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        int count = limit == null ? 5 : Math.clamp(limit, 1, MOST);
        return Outcome.done(new Nearest(search.nearest(new Position(lat, lng), count, facility, now())));
    }

    private static void check(@Nullable Double degrees, double most, String pointer, List<Reason> faults) {
        if (degrees == null) {
            faults.add(Reason.at(pointer, "REQUIRED"));
        } else if (!(Math.abs(degrees) <= most)) {
            faults.add(Reason.at(pointer, "OFF_THE_MAP").required(-most + " to " + most, degrees));
        }
    }

    /// A feed by cursor; an unchanged page is answered with 304.
    @GetMapping("/map")
    @Nullable
    ResponseEntity<Page<StationPin>> map(
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            WebRequest request) {
        int size = Page.limit(limit);
        var county = district == null ? null : Divisions.sanming().current(district);
        var page = Page.of(search.map(county, after, size + 1, now()), size, StationPin::id);
        var tag = '"' + DigestUtils.md5DigestAsHex(page.toString().getBytes(StandardCharsets.UTF_8)) + '"';
        return request.checkNotModified(tag)
                ? null
                : ResponseEntity.ok().eTag(tag).body(page);
    }

    /// Stars for a visit; a station can be rated from the day it opened.
    @PostMapping("/{id}/ratings")
    Outcome<Ratings.Summary> rate(@PathVariable String id, @Body Ratings.Stars body, CommandContext context) {
        var station = desk.find(id);
        return station.isEmpty()
                ? Outcome.notFound()
                : ratings.rate(id, body, station.get().openedOn(), context);
    }

    @GetMapping("/{id}/ratings")
    Outcome<Ratings.Summary> ratings(@PathVariable String id) {
        return Outcome.done(ratings.of(id));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), Dates.ZONE);
    }
}
