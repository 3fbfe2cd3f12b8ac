package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.training.seat.Seats;
import java.time.LocalDate;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The places of a competition (参赛名额): who withdrew gives the place to the next who is confirmed.
@Component
class EntryPlaces {

    private final MongoTemplate mongo;
    private final Seats seats;

    EntryPlaces(MongoTemplate mongo, Seats seats) {
        this.mongo = mongo;
        this.seats = seats;
    }

    boolean take(CompetitionEntry entry, int quota, LocalDate on) {
        return seats.take(entry.competitionId(), entry.id(), quota, on)
                || giveBack(entry.competitionId(), on) && seats.take(entry.competitionId(), entry.id(), quota, on);
    }

    /// Frees the places of those who withdrew, and of those whose confirmation was cut short on an earlier day.
    private boolean giveBack(String competitionId, LocalDate today) {
        var holders = seats.holders(competitionId);
        var gone = mongo.find(Query.query(Criteria.where("_id").in(holders.keySet())), CompetitionEntry.class).stream()
                .filter(entry -> entry.file().is(CompetitionEntry.State.WITHDRAWN)
                        || entry.file().is(CompetitionEntry.State.REGISTERED)
                                && holders.get(entry.id()).isBefore(today))
                .toList();
        gone.forEach(entry -> seats.release(competitionId, entry.id(), holders.get(entry.id())));
        return !gone.isEmpty();
    }
}
