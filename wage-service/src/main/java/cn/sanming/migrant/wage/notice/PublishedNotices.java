package cn.sanming.migrant.wage.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The notices that stand in public: published ones, and corrected ones with their correction; withdrawn ones are gone.
@Component
public class PublishedNotices {

    private static final List<String> PUBLIC = List.of(NoticeState.PUBLISHED.name(), NoticeState.CORRECTED.name());

    private final MongoTemplate mongo;

    PublishedNotices(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// A notice in public.
    public record Published(
            String id,
            String employerUscc,
            @Nullable String fullName,
            @Nullable String address,
            @Nullable String legalRepresentative,
            String ground,
            String facts,
            String handling,
            @Nullable LocalDate publishedOn,
            @Nullable String quarter,
            @Nullable String correction) {}

    /// The notices of one quarter.
    record Quarter(String quarter, Collection<Published> notices) {}

    public List<Published> ofEmployer(String uscc) {
        return find(Criteria.where("employerUscc").is(uscc));
    }

    /// By quarter, the latest first.
    List<Quarter> quarters(@Nullable String quarter) {
        Map<String, List<Published>> grouped = new LinkedHashMap<>();
        find(quarter == null ? new Criteria() : Criteria.where("quarter").is(quarter))
                .forEach(notice -> grouped.computeIfAbsent(String.valueOf(notice.quarter()), _ -> new ArrayList<>())
                        .add(notice));
        return grouped.entrySet().stream()
                .map(entry -> new Quarter(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Quarter::quarter).reversed())
                .toList();
    }

    private List<Published> find(Criteria criteria) {
        return mongo
                .find(
                        Query.query(criteria.and("file.state").in(PUBLIC))
                                .with(Sort.by("_id"))
                                .limit(1000),
                        ViolationNotice.class)
                .stream()
                .map(PublishedNotices::published)
                .toList();
    }

    private static Published published(ViolationNotice notice) {
        var text = notice.text();
        return new Published(
                notice.id(),
                notice.employerUscc(),
                text.fullName(),
                text.address(),
                text.legalRepresentative(),
                notice.ground().name(),
                text.facts(),
                text.handling(),
                notice.publishedOn(),
                notice.quarter(),
                notice.correction());
    }
}
