package cn.sanming.migrant.community.school.known;

import cn.sanming.migrant.community.school.known.CityFact.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Looks up what the city knows (查询共享信息): own copies first, one question to the wage department for what no
/// event tells.
@Component
public class CityRecords {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;
    private final PensionAnswers pensions;

    CityRecords(MongoTemplate mongo, PensionAnswers pensions) {
        this.mongo = mongo;
        this.pensions = pensions;
    }

    /// What is known of a family on a day in a county.
    public Known of(Collection<String> guardians, String child, String district, LocalDate on) {
        var facts = about(guardians, child);
        var answers = guardians.stream().map(pensions::monthsOf).toList();
        var months = answers.stream()
                .map(PensionAnswers.Answer::months)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
        var here =
                facts.stream().filter(fact -> district.equals(fact.district())).toList();
        return new Known(
                here.stream()
                        .filter(fact -> fact.kind() == Kind.RESIDENCE || fact.kind() == Kind.LEASE && fact.holds(on))
                        .map(CityFact::from)
                        .filter(Objects::nonNull)
                        .filter(from -> !from.isAfter(on))
                        .min(LocalDate::compareTo)
                        .orElse(null),
                here.stream().anyMatch(fact -> fact.kind() == Kind.LEASE && fact.holds(on)),
                facts.stream()
                        .filter(fact -> fact.kind() == Kind.CERTIFICATE && fact.holds(on))
                        .map(CityFact::level)
                        .filter(Objects::nonNull)
                        .min(Integer::compare)
                        .orElse(null),
                facts.stream().anyMatch(fact -> fact.kind() == Kind.HONOUR && fact.holds(on)),
                months,
                answers.stream().allMatch(PensionAnswers.Answer::answered),
                inSanming(facts, on));
    }

    /// Whether the city itself knows a guardian to live or work here, so that nobody can say otherwise.
    public boolean inSanming(Collection<String> guardians, LocalDate on) {
        return inSanming(about(guardians, ""), on);
    }

    /// The registered homes a person lives in on a day, the earliest first.
    List<CityFact> homesOf(String person, LocalDate on) {
        return about(List.of(person), "").stream()
                .filter(fact -> fact.kind() == Kind.LEASE && fact.holds(on))
                .sorted(Comparator.comparing(CityFact::from, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static boolean inSanming(List<CityFact> facts, LocalDate on) {
        return facts.stream()
                .anyMatch(fact -> fact.holds(on)
                        && switch (fact.kind()) {
                            case LEASE, RESIDENCE, CONTRACT -> true;
                            case CERTIFICATE, HONOUR -> false;
                        });
    }

    private List<CityFact> about(Collection<String> guardians, String child) {
        var people = new ArrayList<>(guardians);
        if (!child.isEmpty()) {
            people.add(child);
        }
        return mongo.find(Query.query(Criteria.where("personIds").in(people)), CityFact.class);
    }

    /// Enters what a department told, whatever came first.
    void enter(CityFact told) {
        for (int attempt = 1; ; attempt++) {
            try {
                var known = mongo.findById(told.id(), CityFact.class);
                if (known == null) {
                    mongo.insert(told);
                } else {
                    mongo.save(told.after(known));
                }
                return;
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
