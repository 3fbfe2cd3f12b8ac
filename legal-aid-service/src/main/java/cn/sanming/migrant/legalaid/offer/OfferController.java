package cn.sanming.migrant.legalaid.offer;

import cn.sanming.migrant.legalaid.visit.GroupVisit;
import cn.sanming.migrant.legalaid.visit.VisitDesk;
import cn.sanming.migrant.legalaid.visit.VisitRequest;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Offers over HTTP: workers see theirs, and a group asks for its visit.
@RestController
@RequestMapping("/api/v1/legal-aid/offers")
class OfferController {

    private static final List<String> OFFICERS = List.of("LEGAL_AID_OFFICER", "UNION_OFFICER");

    private final OfferBook offers;
    private final VisitDesk visits;

    record Wish(@NotBlank String place, GroupVisit.@Nullable Kind kind) {}

    OfferController(OfferBook offers, VisitDesk visits) {
        this.offers = offers;
        this.visits = visits;
    }

    @GetMapping
    Outcome<Page<Offer.View>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return actor.workerId() != null || actor.hasAny(OFFICERS)
                ? Outcome.done(offers.visibleTo(actor, after, limit))
                : Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
    }

    /// The proposal becomes a visit: first the visit, under an id that follows from the offer, then the offer is taken.
    @PostMapping("/{id}/ask")
    Outcome<?> ask(@PathVariable String id, @Body Wish wish, CommandContext context) {
        var offer =
                offers.find(id).filter(found -> maySee(found, context.actor())).orElse(null);
        if (offer == null) {
            return Outcome.notFound();
        }
        if (offer.kind() != Offer.Kind.GROUP_VISIT || offer.state() == Offer.State.LAPSED) {
            return Outcome.refused(
                    Kind.ILLEGAL_TRANSITION,
                    Reason.of("NOT_A_STANDING_PROPOSAL").required(Offer.Kind.GROUP_VISIT, offer.kind()));
        }
        var request = new VisitRequest(
                offer.personIds().stream().map(WorkerId::new).toList(),
                wish.place(),
                wish.kind(),
                String.valueOf(offer.district()),
                null,
                null,
                offer.employerUscc(),
                null);
        var outcome = visits.ask(offer.id(), request, context);
        visits.cameOf(offer.id()).ifPresent(visit -> offers.take(offer, visit));
        return outcome;
    }

    private static boolean maySee(Offer offer, Actor actor) {
        return actor.workerId() != null
                ? offer.personIds().contains(actor.workerId())
                : actor.hasAny(OFFICERS) && actor.mayActIn(offer.district());
    }
}
