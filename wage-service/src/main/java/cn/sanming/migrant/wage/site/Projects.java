package cn.sanming.migrant.wage.site;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All construction projects, as the rooms around a site ask for them.
@Component
public class Projects {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;

    Projects(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<ConstructionProject> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ConstructionProject.class));
    }

    /// Which project of its general contractor in the city this is, by the day of the contract: 1 for the first.
    public int orderInArea(ConstructionProject project) {
        var mine = project.terms();
        return (int) mongo
                        .find(
                                Query.query(
                                        Criteria.where("terms.contractorUscc").is(mine.contractorUscc())),
                                ConstructionProject.class)
                        .stream()
                        .filter(other -> !other.id().equals(project.id())
                                && other.terms().contractSignedOn().isBefore(mine.contractSignedOn()))
                        .count()
                + 1;
    }

    /// Changes a project outside its life cycle; the change says whether there is anything to save.
    void change(String id, Predicate<ConstructionProject> change) {
        for (int attempt = 1; ; attempt++) {
            var project = mongo.findById(id, ConstructionProject.class);
            if (project == null || !change.test(project)) {
                return;
            }
            try {
                mongo.save(project);
                return;
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
