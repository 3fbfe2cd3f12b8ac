package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.kernel.Ids;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// An item as it stands in the store, found by indicator and day.
@Document("items")
@CompoundIndex(name = "by_day", def = "{'indicator': 1, 'on': 1}")
@CompoundIndex(name = "by_end", def = "{'indicator': 1, 'until': 1}")
@CompoundIndex(name = "by_begin", def = "{'indicator': 1, 'from': 1}")
@CompoundIndex(name = "by_subject_facts", def = "{'subjectFacts': 1}")
record CountedRow(
        @Id String id,
        String subjectFacts,
        String indicator,
        String key,
        String part,
        @Nullable LocalDate on,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String district,
        @Nullable String group,
        @Nullable String distinct,
        long n,
        long d,
        long a,
        @Nullable Long sample,
        @Nullable LocalDate pendingUntil,
        @Nullable LocalDate lateFrom,
        long late,
        List<String> events) {

    static CountedRow of(SubjectFacts subjectFacts, CountedFact item) {
        return new CountedRow(
                idOf(subjectFacts.id(), item.key()),
                subjectFacts.id(),
                subjectFacts.indicator(),
                item.key(),
                item.part(),
                item.on(),
                item.from(),
                item.until(),
                item.district(),
                item.group(),
                item.distinct(),
                item.n(),
                item.d(),
                item.a(),
                item.sample(),
                item.pendingUntil(),
                item.lateFrom(),
                item.lateFrom() == null ? 0 : 1,
                item.events());
    }

    static String idOf(String subjectFacts, String key) {
        return Ids.of("it", subjectFacts, key);
    }

    CountedFact item() {
        return new CountedFact(
                key, part, on, from, until, district, group, distinct, n, d, a, sample, pendingUntil, lateFrom, events);
    }
}
