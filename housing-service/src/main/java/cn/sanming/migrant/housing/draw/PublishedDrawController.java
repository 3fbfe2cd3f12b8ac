package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Rounds as everybody may read them, without a token, and the server's own replay.
@RestController
@RequestMapping("/api/v1/housing/published-draws")
class PublishedDrawController {

    private final RoundDesk desk;
    private final MongoTemplate mongo;

    record Row(
            String id,
            String state,
            @Nullable String district,
            String title,
            LocalDate closesOn,
            LocalDate drawOn,
            String commitment,
            @Nullable String listHash) {}

    /// @param genuine   seed and list have the published hashes
    /// @param identical replaying them gives every home to whom it was given, or to the next in order where
    /// somebody had
    ///     left
    record Replay(String id, boolean genuine, boolean identical, List<Draw.Place> order) {}

    PublishedDrawController(RoundDesk desk, MongoTemplate mongo) {
        this.desk = desk;
        this.mongo = mongo;
    }

    @GetMapping
    Outcome<Page<Row>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        var wanted = after == null ? new Criteria() : Criteria.where("_id").gt(after);
        var rounds = mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), AllocationRound.class);
        var page = Page.of(rounds, size, AllocationRound::id);
        return Outcome.done(new Page<>(
                page.items().stream()
                        .map(round -> new Row(
                                round.id,
                                round.file.state(),
                                round.file.district(),
                                round.title,
                                round.closesOn,
                                round.drawOn,
                                round.commitment,
                                round.listHash))
                        .toList(),
                page.next()));
    }

    @GetMapping("/{id}")
    Outcome<RoundView> one(@PathVariable String id) {
        return desk.find(id).map(RoundView::of).map(Outcome::done).orElseGet(Outcome::notFound);
    }

    @GetMapping("/{id}/replay")
    Outcome<Replay> replay(@PathVariable String id) {
        return desk.find(id)
                .filter(round -> round.seed != null && round.list != null)
                .map(round -> Outcome.done(replayed(round)))
                .orElseGet(Outcome::notFound);
    }

    private Replay replayed(AllocationRound round) {
        var result = Draw.of(round.seed == null ? "" : round.seed, round.list == null ? "" : round.list);
        boolean genuine = result.commitment().equals(round.commitment)
                && result.listHash().equals(round.listHash);
        return new Replay(
                round.id,
                genuine,
                RoundAudit.agrees(result, round.awards, round.passedOver, gone -> desk.hadLeft(round, gone)),
                result.order());
    }
}
