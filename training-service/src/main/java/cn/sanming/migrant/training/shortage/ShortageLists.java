package cn.sanming.migrant.training.shortage;

import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Answers by date (按日期查目录): the latest edition in force on a day, as the office knew it on another.
@Component
public class ShortageLists {

    private static final Comparator<ShortageList> LATEST =
            Comparator.comparing(ShortageList::inForceFrom).thenComparing(ShortageList::edition);

    private final MongoTemplate mongo;
    private final RuleBook rules;

    ShortageLists(MongoTemplate mongo, RuleBook rules) {
        this.mongo = mongo;
        this.rules = rules;
    }

    /// @param on      the business date of the rule, such as the day a certificate was issued
    /// @param knownOn the day whose knowledge counts: a list published later does not change what was decided
    public Listing check(String occupationCode, LocalDate on, LocalDate knownOn) {
        return inForce(on, knownOn)
                .map(list -> new Listing(
                        occupationCode,
                        on,
                        knownOn,
                        list.names(occupationCode, on),
                        list.edition(),
                        list.id(),
                        list.inForceFrom()))
                .orElseGet(() ->
                        new Listing(occupationCode, on, knownOn, listedByPolicy(occupationCode, on), 0, null, null));
    }

    Optional<ShortageList> inForce(LocalDate on, LocalDate knownOn) {
        var begun = Criteria.where("inForceFrom").lte(on.toString());
        return mongo.find(Query.query(begun), ShortageList.class).stream()
                .filter(list -> list.knownOn(knownOn))
                .max(LATEST);
    }

    /// The last edition published and not withdrawn, if there is one.
    Optional<ShortageList> last() {
        return published()
                .filter(list -> list.file().is(ShortageList.State.PUBLISHED))
                .max(LATEST);
    }

    int highestEdition() {
        return published().mapToInt(ShortageList::edition).max().orElse(0);
    }

    private Stream<ShortageList> published() {
        return mongo.find(Query.query(Criteria.where("edition").gt(0)), ShortageList.class).stream();
    }

    private boolean listedByPolicy(String occupationCode, LocalDate on) {
        return rules.context().on(on).list("training.shortage.occupations").contains(occupationCode);
    }
}
