package cn.sanming.migrant.community.course;

import cn.sanming.migrant.community.rating.Ratings;
import cn.sanming.migrant.community.ticket.TicketAnswer;
import cn.sanming.migrant.community.ticket.TicketRequest;
import cn.sanming.migrant.community.ticket.TicketWindow;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The courses on offer for everybody, enrolment and stars for workers (课程报名).
@RestController
@RequestMapping("/api/v1/community/courses")
class CourseController {

    private final MongoTemplate mongo;
    private final CourseDesk desk;
    private final TicketWindow window;
    private final Ratings ratings;

    /// A course one can enrol in.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offered(
            String id,
            @Nullable String district,
            @JsonUnwrapped Course.Outline outline,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable Integer placesLeft,
            int waiting) {

        static Offered of(Course course) {
            var line = course.line();
            return new Offered(
                    course.id(),
                    course.file().district(),
                    course.outline(),
                    course.sessions().getFirst().on(),
                    course.lastDay(),
                    line.left(),
                    line.waiting().size());
        }
    }

    CourseController(MongoTemplate mongo, CourseDesk desk, TicketWindow window, Ratings ratings) {
        this.mongo = mongo;
        this.desk = desk;
        this.window = window;
        this.ratings = ratings;
    }

    @GetMapping("/offer")
    Page<Offered> offer(
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var criteria = Criteria.where("file.state").is(CourseState.OPEN.name());
        if (district != null) {
            criteria = criteria.and("file.district").is(Divisions.sanming().current(district));
        }
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        var rows = mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(size + 1), Course.class);
        return Page.of(rows.stream().map(Offered::of).toList(), size, Offered::id);
    }

    /// A place, or `CLASS_FULL` and the next place on the waiting list.
    @PostMapping("/{id}/enrol")
    Outcome<TicketAnswer> enrol(@PathVariable String id, @Body TicketRequest body, CommandContext context) {
        return window.take(desk.counter(id), id, body, context);
    }

    /// Drops out; the first of the waiting list moves up at once.
    @PostMapping("/{id}/drop")
    Outcome<TicketAnswer> drop(@PathVariable String id, @Body TicketRequest body, CommandContext context) {
        return window.giveBack(desk.counter(id), id, body, context);
    }

    /// Stars, from the first session on.
    @PostMapping("/{id}/ratings")
    Outcome<Ratings.Summary> rate(@PathVariable String id, @Body Ratings.Stars body, CommandContext context) {
        return desk.find(id)
                .map(course -> ratings.rate(
                        id,
                        new Ratings.Stars(
                                body.stars(), course.sessions().getFirst().on()),
                        course.file().is(CourseState.OPEN, CourseState.COMPLETED)
                                ? course.sessions().getFirst().on()
                                : null,
                        context))
                .orElseGet(Outcome::notFound);
    }

    @GetMapping("/{id}/ratings")
    Outcome<Ratings.Summary> ratings(@PathVariable String id) {
        return Outcome.done(ratings.of(id));
    }
}
