package cn.sanming.migrant.legalaid.offer;

import cn.sanming.migrant.legalaid.aid.Matter;
import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.legalaid.offer.Offer.Kind;
import cn.sanming.migrant.legalaid.offer.Offer.State;
import cn.sanming.migrant.legalaid.visit.GroupVisitOffer;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes offers out of news (联动服务): unpaid wages, contracts not signed in time, accidents.
@Component
class OfferReactions {

    private final OfferBook offers;
    private final ArrearsBook arrears;
    private final RuleBook rules;
    private final GroupVisitOffer groupVisit;

    record ArrearsDetected(String employerUscc, String districtCode, List<String> personIds, Money total) {}

    record ArrearsCleared(String employerUscc) {}

    record ContractOverdue(String personId, String employerUscc) {}

    record InjuryReported(String personId, String employerUscc) {}

    record InjuryRecognised(LocalDate decidedOn) {}

    OfferReactions(OfferBook offers, ArrearsBook arrears, RuleBook rules, GroupVisitOffer groupVisit) {
        this.offers = offers;
        this.arrears = arrears;
        this.rules = rules;
        this.groupVisit = groupVisit;
    }

    /// The fast track for every worker; to ten or more a visit besides, which becomes one only when somebody asks.
    @OnEvent(value = "wage.arrears.detected", id = "offer-fast-track")
    void offerFastTrack(ArrearsDetected news, Received event) {
        if (arrears.isOutdated(event.subject(), event.sequence())) {
            return;
        }
        var made = new HashSet<String>();
        for (var person : news.personIds()) {
            var id = Ids.of("of", Kind.FAST_TRACK.name(), event.subject(), person);
            made.add(id);
            offers.put(
                    offer(id, Kind.FAST_TRACK, List.of(person), news.employerUscc(), news.districtCode(), null, event));
        }
        var persons = news.personIds().stream().distinct().toList();
        var found = rules.decide(groupVisit, new GroupVisitOffer.Facts(persons.size(), Matter.LABOUR_PAY.name()));
        if (found.result().visitOffered()) {
            var id = Ids.of("of", Kind.GROUP_VISIT.name(), event.subject());
            made.add(id);
            offers.put(offer(
                    id, Kind.GROUP_VISIT, persons, news.employerUscc(), news.districtCode(), news.total(), event));
        }
        offers.lapse(event.subject(), event.sequence(), made);
    }

    @OnEvent(value = "wage.arrears.cleared", id = "lapse-fast-track-offers")
    void lapse(ArrearsCleared cleared, Received event) {
        offers.lapse(event.subject(), event.sequence(), List.of());
    }

    @OnEvent(value = "wage.arrears.excused", id = "lapse-fast-track-offers-under-force-majeure")
    void lapseWhileExcused(ArrearsCleared excused, Received event) {
        offers.lapse(event.subject(), event.sequence(), List.of());
    }

    @OnEvent(value = "wage.contract.overdue", id = "offer-consultation")
    void offerConsultation(ContractOverdue contract, Received event) {
        var id = Ids.of("of", Kind.CONSULTATION.name(), event.subject());
        offers.put(offer(
                id,
                Kind.CONSULTATION,
                List.of(contract.personId()),
                contract.employerUscc(),
                event.district(),
                null,
                event));
    }

    @OnEvent(value = "wage.injury.reported", id = "offer-legal-aid")
    void offerLegalAid(InjuryReported injury, Received event) {
        var id = Ids.of("of", Kind.LEGAL_AID.name(), event.subject());
        offers.put(offer(
                id, Kind.LEGAL_AID, List.of(injury.personId()), injury.employerUscc(), event.district(), null, event));
    }

    @OnEvent(value = "wage.injury.recognised", id = "note-recognised-injury-on-offer")
    void recognise(InjuryRecognised injury, Received event) {
        offers.recognise(event.subject(), injury.decidedOn());
    }

    private static Offer offer(
            String id,
            Kind kind,
            List<String> persons,
            String employerUscc,
            @Nullable String district,
            @Nullable Money total,
            Received event) {
        return new Offer(
                id,
                null,
                kind,
                State.OPEN,
                persons,
                employerUscc,
                district,
                event.subject(),
                event.sequence(),
                total,
                LocalDate.ofInstant(event.time(), Dates.ZONE),
                null,
                null);
    }
}
