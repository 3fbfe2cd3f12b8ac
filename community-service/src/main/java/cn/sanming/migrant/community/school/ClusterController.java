package cn.sanming.migrant.community.school;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Clusters of schools over HTTP (总校制).
@RestController
@RequestMapping(ClusterController.PATH)
class ClusterController {

    static final String PATH = "/api/v1/community/school-clusters";

    private final SchoolDesk desk;
    private final MongoTemplate mongo;

    ClusterController(SchoolDesk desk, MongoTemplate mongo) {
        this.desk = desk;
        this.mongo = mongo;
    }

    record Foundation(
            String headSchool,
            @NotEmpty @Size(max = 50) List<String> memberSchools,
            LocalDate since,
            @PositiveOrZero int sharedTeachers) {}

    record View(String id, String headSchool, List<String> memberSchools, LocalDate since, int sharedTeachers) {
        static View of(SchoolCluster cluster) {
            return new View(
                    cluster.id(),
                    cluster.headSchool(),
                    cluster.memberSchools(),
                    cluster.since(),
                    cluster.sharedTeachers());
        }
    }

    record Listed(List<View> items) {}

    @PostMapping
    Outcome<View> found(@Body Foundation body, Actor actor) {
        return desk.found(body, actor).map(View::of);
    }

    @GetMapping("/{id}")
    Outcome<View> one(@PathVariable String id) {
        var cluster = mongo.findById(id, SchoolCluster.class);
        return cluster == null ? Outcome.notFound() : Outcome.done(View.of(cluster));
    }

    @GetMapping
    Listed all() {
        return new Listed(
                mongo.findAll(SchoolCluster.class).stream().map(View::of).toList());
    }
}
