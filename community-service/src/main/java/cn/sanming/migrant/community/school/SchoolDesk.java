package cn.sanming.migrant.community.school;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The register of schools (学校名录), their places and their clusters; kept by the education department.
@Component
public class SchoolDesk {

    static final String PATH = "/api/v1/community/schools";

    private final MongoTemplate mongo;
    private final SeatBook seats;

    SchoolDesk(MongoTemplate mongo, SeatBook seats) {
        this.mongo = mongo;
        this.seats = seats;
    }

    Outcome<SchoolView> register(SchoolController.Registration wanted, CommandContext context) {
        var district = Divisions.sanming().current(wanted.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return mayKeep(context.actor(), district)
                .<Outcome<SchoolView>>map(Outcome.Refused::new)
                .orElseGet(() -> {
                    var id = Ids.next("sc");
                    var unit = wanted.unit() == null ? id : wanted.unit();
                    var school = mongo.insert(new School(
                            id,
                            null,
                            wanted.name(),
                            district,
                            wanted.stage(),
                            wanted.open(),
                            unit,
                            wanted.place(),
                            School.Standard.NONE,
                            null));
                    return Outcome.created(view(school), PATH + '/' + id);
                });
    }

    Outcome<SchoolView> allot(String id, int year, int planned, Actor actor) {
        var school = mongo.findById(id, School.class);
        if (school == null) {
            return Outcome.notFound();
        }
        var refusal = mayKeep(actor, school.district());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        return seats.allot(id, year, SeatBook.PLAN, planned)
                ? Outcome.done(view(school))
                : Outcome.refused(Kind.GUARD_FAILED, Reason.at("/seats", "SEATS_ARE_TAKEN"));
    }

    Outcome<SchoolView> standard(String id, School.Standard next, @Nullable LocalDate on, CommandContext context) {
        var school = mongo.findById(id, School.class);
        if (school == null) {
            return Outcome.notFound();
        }
        var refusal = mayKeep(context.actor(), school.district());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (next.ordinal() != school.standard().ordinal() + 1) {
            return Outcome.refused(
                    Kind.ILLEGAL_TRANSITION, Reason.of("STANDARD_STEP").required(school.standard(), next));
        }
        var day = on == null ? context.today() : on;
        if (day.isAfter(context.today())) {
            return Outcome.refused(
                    Kind.GUARD_FAILED, Reason.at("/on", "DAY_IN_FUTURE").required(context.today(), day));
        }
        try {
            return Outcome.done(view(mongo.save(school.at(next, next == School.Standard.CERTIFIED ? day : null))));
        } catch (OptimisticLockingFailureException _) {
            return Outcome.refused(Kind.VERSION_CONFLICT);
        }
    }

    Outcome<SchoolCluster> found(ClusterController.Foundation wanted, Actor actor) {
        var ids = wanted.memberSchools().stream().distinct().toList();
        var head = mongo.findById(wanted.headSchool(), School.class);
        var members = mongo.find(Query.query(Criteria.where("_id").in(ids)), School.class);
        if (head == null || members.size() < ids.size()) {
            return Outcome.refused(
                    Kind.VALIDATION, Reason.at(head == null ? "/head_school" : "/member_schools", "UNKNOWN_SCHOOL"));
        }
        var refusal = mayKeep(actor, head.district());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        var cluster = mongo.insert(
                new SchoolCluster(Ids.next("cl"), null, head.id(), ids, wanted.since(), wanted.sharedTeachers()));
        return Outcome.created(cluster, ClusterController.PATH + '/' + cluster.id());
    }

    public Optional<School> find(String id) {
        return Optional.ofNullable(mongo.findById(id, School.class));
    }

    public List<School> all(Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), School.class);
    }

    /// The public schools of a stage in a county: whom the city can place children with.
    public List<School> open(String district, Stage stage) {
        return list(district, stage).stream().filter(School::open).toList();
    }

    List<School> list(String district, @Nullable Stage stage) {
        var wanted = Criteria.where("district").is(district);
        if (stage != null) {
            wanted = wanted.and("stage").is(stage.name());
        }
        return mongo.find(Query.query(wanted).with(Sort.by("_id")), School.class);
    }

    SchoolView view(School school) {
        var cluster = mongo.findOne(
                Query.query(Criteria.where("memberSchools").is(school.id())).with(Sort.by("_id")), SchoolCluster.class);
        return SchoolView.of(school, cluster == null ? null : cluster.id(), seats.of(school.id()));
    }

    /// Who may keep the register of a county: its education officers, or the city's.
    private static Optional<Refusal> mayKeep(Actor actor, String district) {
        if (!actor.has("EDU_OFFICER")) {
            return Optional.of(Refusal.of(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required("EDU_OFFICER", actor.roles())));
        }
        return actor.mayActIn(district)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county())));
    }
}
