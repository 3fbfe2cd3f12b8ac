package cn.sanming.migrant.supervision.publicity;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/// Publicity items over HTTP: officers record them, everybody reads them.
@RestController
@RequestMapping(PublicityController.PATH)
class PublicityController {

    static final String PATH = "/api/v1/supervision/publicity";
    private static final List<String> WRITERS = List.of("PUBLICITY_OFFICER", "UNIT_OFFICER", "LEAD_OFFICER");

    private final MongoTemplate mongo;
    private final Catalogue catalogue;

    PublicityController(MongoTemplate mongo, Catalogue catalogue) {
        this.mongo = mongo;
        this.catalogue = catalogue;
    }

    record NewItem(
            PublicityKind kind,
            @NotBlank String title,
            @NotEmpty List<String> media,
            LocalDate publishedOn,
            @Nullable @Pattern(regexp = "https?://.*") String url,
            @Nullable Long reach,
            @Nullable String measure,
            @Nullable Boolean brand,
            @Nullable Boolean consent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String id, @JsonUnwrapped PublicityItem.Content content, boolean brand) {

        static View of(PublicityItem item) {
            return new View(item.id(), item.content(), item.brand());
        }
    }

    @PostMapping
    Outcome<View> publish(@Body NewItem body, CommandContext context) {
        if (!context.actor().hasAny(WRITERS)) {
            return Outcome.refused(
                    Refusal.Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required(WRITERS, context.actor().roles()));
        }
        if (body.measure() != null && catalogue.measure(body.measure()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/measure", "UNKNOWN_MEASURE"));
        }
        var refused = new ArrayList<Reason>();
        if (body.kind() == PublicityKind.PERSON && !Boolean.TRUE.equals(body.consent())) {
            refused.add(Reason.at("/consent", "CONSENT_REQUIRED").clause("M21.4"));
        }
        if (body.publishedOn().isAfter(context.today())) {
            refused.add(Reason.at("/published_on", "NOT_PUBLISHED_YET").required(context.today(), body.publishedOn()));
        }
        if (!refused.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.GUARD_FAILED, refused, null));
        }
        var content = new PublicityItem.Content(
                body.kind(), body.title(), body.media(), body.publishedOn(), body.url(), body.reach(), body.measure());
        var item = mongo.insert(PublicityItem.published(content, Boolean.TRUE.equals(body.brand()), context));
        return Outcome.created(View.of(item), PATH + '/' + item.id());
    }

    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable PublicityKind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var criteria = new ArrayList<Criteria>();
        if (kind != null) {
            criteria.add(Criteria.where("content.kind").is(kind));
        }
        if (after != null) {
            criteria.add(Criteria.where("_id").gt(after));
        }
        var size = Page.limit(limit);
        var all = criteria.isEmpty() ? new Criteria() : new Criteria().andOperator(criteria);
        var rows = mongo.find(Query.query(all).with(Sort.by("_id")).limit(size + 1), PublicityItem.class);
        var page = Page.of(rows, size, PublicityItem::id);
        return new Page<>(page.items().stream().map(View::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    Outcome<View> one(@PathVariable String id) {
        var item = mongo.findById(id, PublicityItem.class);
        return item == null ? Outcome.notFound() : Outcome.done(View.of(item));
    }
}
