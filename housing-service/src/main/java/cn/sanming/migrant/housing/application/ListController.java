package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The lists everybody may see (公示、轮候册), one's own place, and objections. They name applications, never persons.
@RestController
@RequestMapping("/api/v1/housing")
class ListController {

    private final WaitingList list;
    private final ApplicationDesk desk;
    private final MongoTemplate mongo;

    record Lines(
            String district,
            Programme programme,
            List<WaitingList.Line> items,
            @Nullable Integer next) {}

    /// @param position place on the list, from 1; none while the application does not wait
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            String applicationId,
            String state,
            @Nullable Long position,
            @Nullable Long waiting,
            @Nullable Integer priorityClass,
            @Nullable LocalDate qualifiedOn,
            @Nullable LocalDate waitingListLatest) {}

    record Publicised(
            String applicationId,
            Programme programme,
            @Nullable String district,
            int persons,
            @Nullable Integer priorityClass,
            @Nullable LocalDate publicityLastDay) {}

    record Publicity(List<Publicised> items) {}

    record Lodged(String applicationId, @Nullable LocalDate publicityLastDay) {}

    ListController(WaitingList list, ApplicationDesk desk, MongoTemplate mongo) {
        this.list = list;
        this.desk = desk;
        this.mongo = mongo;
    }

    @GetMapping("/waiting-list")
    Outcome<Lines> waiting(
            @RequestParam String district,
            @RequestParam(required = false) @Nullable Programme programme,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer limit) {
        var wanted = programme == null ? Programme.PUBLIC_RENTAL : programme;
        int skip = from == null ? 0 : Math.clamp(from, 0, 1_000_000);
        int size = Page.limit(limit);
        var rows = list.page(district, wanted, skip, size + 1);
        var lines = new ArrayList<WaitingList.Line>();
        for (int i = 0; i < Math.min(size, rows.size()); i++) {
            var row = rows.get(i);
            lines.add(new WaitingList.Line(skip + i + 1L, row.id, row.priorityClass(), row.qualifiedOn));
        }
        return Outcome.done(new Lines(district, wanted, lines, rows.size() > size ? skip + size : null));
    }

    @GetMapping("/applications/{id}/position")
    Outcome<Place> place(@PathVariable String id, Actor actor) {
        return desk.find(id)
                .filter(application -> application.personId.equals(actor.workerId())
                        || actor.has("HOUSING_OFFICER") && actor.mayActIn(application.file.district()))
                .map(application -> Outcome.done(new Place(
                        id,
                        application.file.state(),
                        list.positionOf(application).orElse(null),
                        application.queue == null ? null : list.length(application),
                        application.priorityClass,
                        application.qualifiedOn,
                        application.waitingListLatest)))
                .orElseGet(Outcome::notFound);
    }

    @GetMapping("/publicity")
    Outcome<Publicity> publicity(@RequestParam(required = false) @Nullable String district) {
        var wanted = Criteria.where("file.state").is(ApplicationState.PUBLICISED.name());
        if (district != null) {
            wanted = wanted.and("file.district").is(district);
        }
        return Outcome.done(
                new Publicity(mongo.find(Query.query(wanted).limit(Page.LARGEST), HousingApplication.class).stream()
                        .map(each -> new Publicised(
                                each.id,
                                each.programme,
                                each.file.district(),
                                each.circumstances.persons(),
                                each.priorityClass,
                                each.publicityLastDay))
                        .toList()));
    }

    /// Anybody with a token objects; the office learns who, the applicant does not.
    @PostMapping("/publicity/{id}/objections")
    Outcome<Lodged> lodge(@PathVariable String id, @Body Review.Complaint body, CommandContext context) {
        var objector = new Actor(context.actor().id(), Set.of(Actor.SYSTEM_ROLE), null, null, null, null);
        return desk.enter(
                        id,
                        ApplicationDesk.LODGE_OBJECTION,
                        body,
                        new CommandContext(
                                objector, context.at(), context.correlationId(), null, context.traceparent()))
                .map(application -> new Lodged(application.id, application.publicityLastDay));
    }
}
