package cn.sanming.migrant.subsidy.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// What may be granted only once (一次性): a person's reward, a month of a post, a certificate. One document each; its
/// id is what it is about, so that of two claims only one can have it.
@Component
public class GrantUniqueness {

    private final MongoTemplate mongo;

    /// @param open whether the claim that has it is not paid yet
    @Document("marks")
    record Mark(
            @Id String id,
            @Indexed String claim,
            String token,
            @Indexed(sparse = true) @Nullable Boolean open) {}

    /// A mark whose claim is not paid yet.
    public record Open(String mark, String claim, String token) {}

    GrantUniqueness(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// @return whether the claim has it now, by this or an earlier call
    public boolean take(String mark, String claim, String token) {
        try {
            mongo.insert(new Mark(mark, claim, token, true));
            return true;
        } catch (DuplicateKeyException _) {
            var mine = Criteria.where("_id").is(mark).and("claim").is(claim);
            return mongo.updateFirst(Query.query(mine), new Update().set("token", token), Mark.class)
                            .getMatchedCount()
                    == 1;
        }
    }

    public boolean takenByAnother(String mark, String claim) {
        var found = mongo.findById(mark, Mark.class);
        return found != null && !found.claim().equals(claim);
    }

    /// Gives a mark back; whoever has taken it anew since keeps it.
    public void release(String mark, String claim, String token) {
        var mine = Criteria.where("_id")
                .is(mark)
                .and("claim")
                .is(claim)
                .and("token")
                .is(token);
        mongo.remove(Query.query(mine), Mark.class);
    }

    /// The claim is paid: its mark stays.
    public void settle(String mark, String claim) {
        var mine = Criteria.where("_id").is(mark).and("claim").is(claim);
        mongo.updateFirst(Query.query(mine), new Update().unset("open"), Mark.class);
    }

    /// The money has been received back: what was granted may be granted again.
    public void giveBack(String claim) {
        mongo.remove(Query.query(Criteria.where("claim").is(claim)), Mark.class);
    }

    public List<Open> open() {
        return opened(Criteria.where("open").is(true));
    }

    public List<Open> open(String claim) {
        return opened(Criteria.where("claim").is(claim));
    }

    private List<Open> opened(Criteria which) {
        return mongo.find(Query.query(which), Mark.class).stream()
                .filter(mark -> Boolean.TRUE.equals(mark.open()))
                .map(mark -> new Open(mark.id(), mark.claim(), mark.token()))
                .toList();
    }
}
