package cn.sanming.migrant.community.partner;

import cn.sanming.migrant.platform.kernel.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// This department's own copy of who is listed; it answers when the wage department is down.
@Component
public class ListedFirms {

    private final MongoTemplate mongo;

    ListedFirms(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Those of the firms that are listed now.
    public List<String> among(Collection<String> usccs) {
        if (usccs.isEmpty()) {
            return List.of();
        }
        return mongo.find(Query.query(Criteria.where("_id").in(usccs)), ListedFirm.class).stream()
                .filter(ListedFirm::listed)
                .map(ListedFirm::uscc)
                .sorted()
                .toList();
    }

    /// One reason for every listed firm among the partners somebody proposes.
    public List<Reason> reasonsAgainst(Collection<String> usccs) {
        return among(usccs).stream()
                .map(uscc -> Reason.at("/partners", "BLACKLISTED_EMPLOYER")
                        .clause("measure 15: 联合惩戒; no partner role")
                        .required("not listed", uscc))
                .toList();
    }

    /// Takes over what the wage department says, unless something later is known already.
    ///
    /// @return whether it is the latest word
    boolean note(String uscc, boolean listed, Instant since) {
        var known = mongo.findById(uscc, ListedFirm.class);
        if (known != null && known.since().isAfter(since)) {
            return false;
        }
        mongo.save(new ListedFirm(uscc, listed, since));
        return true;
    }
}
