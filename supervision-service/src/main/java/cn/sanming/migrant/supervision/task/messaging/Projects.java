package cn.sanming.migrant.supervision.task.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/// What supervision knows of construction projects: their industry and county, told by the wage department.
@Component
class Projects {

    private final MongoTemplate mongo;

    @Document("projects")
    record Project(
            @Id String id, Industry industry, @Nullable String district) {}

    Projects(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void remember(Project project) {
        mongo.save(project);
    }

    /// A project nobody has told of yet belongs to no industry in particular.
    Industry industryOf(@Nullable String projectId) {
        var known = projectId == null ? null : mongo.findById(projectId, Project.class);
        return known == null ? Industry.OTHER : known.industry();
    }
}
