package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The list as the public and other departments read it.
@Component
public class BlacklistRegister implements Blacklist {

    private final MongoTemplate mongo;

    BlacklistRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// A listed employer (公布信息): the unit, who answers for it, why and until when; no numbers of persons, no workers.
    public record Listed(
            String entryId,
            String employerUscc,
            @Nullable String employerName,
            List<ResponsiblePerson> persons,
            ListingGround ground,
            LocalDate listedOn,
            LocalDate listedUntil) {}

    /// One entry in an employer's record.
    public record Mark(
            String entryId,
            String state,
            ListingGround ground,
            @Nullable LocalDate listedOn,
            @Nullable LocalDate listedUntil) {}

    @Override
    public boolean isListed(String uscc) {
        return mongo.exists(Query.query(Criteria.where("listedUscc").is(uscc)), BlacklistEntry.class);
    }

    List<BlacklistEntry> inForce(String uscc) {
        return mongo.find(Query.query(Criteria.where("listedUscc").is(uscc)), BlacklistEntry.class);
    }

    /// The listings of one employer that are in force, as the public reads them.
    List<Listed> listingsOf(String uscc) {
        return inForce(uscc).stream()
                .flatMap(entry -> published(entry).stream())
                .toList();
    }

    /// Everything the list ever held against an employer.
    public List<Mark> marksOf(String uscc) {
        return mongo
                .find(Query.query(Criteria.where("employerUscc").is(uscc)).with(Sort.by("_id")), BlacklistEntry.class)
                .stream()
                .map(BlacklistRegister::mark)
                .toList();
    }

    Page<Listed> page(@Nullable Integer limit, @Nullable String after) {
        var criteria = Criteria.where("file.state")
                .in(BlacklistState.LISTED.name(), BlacklistState.EARLY_REMOVAL_REVIEW.name());
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        var rows = new ArrayList<Listed>();
        mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(size + 1), BlacklistEntry.class)
                .forEach(entry -> rows.addAll(published(entry)));
        return Page.of(rows, size, Listed::entryId);
    }

    private static Mark mark(BlacklistEntry entry) {
        var listing = entry.listing();
        return new Mark(
                entry.id(),
                entry.file().state(),
                entry.origin().ground(),
                listing == null ? null : listing.on(),
                listing == null ? null : listing.until());
    }

    private static List<Listed> published(BlacklistEntry entry) {
        var notice = entry.notice();
        var listing = entry.listing();
        return notice == null || listing == null
                ? List.of()
                : List.of(new Listed(
                        entry.id(),
                        entry.employerUscc(),
                        notice.employerName(),
                        notice.persons(),
                        entry.origin().ground(),
                        listing.on(),
                        listing.until()));
    }
}
