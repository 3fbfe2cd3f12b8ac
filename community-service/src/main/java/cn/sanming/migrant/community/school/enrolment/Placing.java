package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.community.school.SeatBook;
import cn.sanming.migrant.community.school.VaccinationProof;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Gives a child its place (录取、统筹安排): the seat is taken first, under the enrolment's id, then the enrolment says so.
@Component
class Placing {

    private final SchoolDesk schools;
    private final SeatBook seats;
    private final VaccinationProof vaccination;
    private final MongoTemplate mongo;

    record Placement(String schoolId) {}

    record Turn(@Positive int position) {}

    /// @param vaccinationCertificateChecked needed only if the vaccination unit here keeps no complete file
    record Arrival(LocalDate reportedOn, @Nullable Boolean vaccinationCertificateChecked) {}

    Placing(SchoolDesk schools, SeatBook seats, VaccinationProof vaccination, MongoTemplate mongo) {
        this.schools = schools;
        this.seats = seats;
        this.vaccination = vaccination;
        this.mongo = mongo;
    }

    /// Guard: rule ENROLMENT_ALLOCATION, a preferred school has a seat.
    Verdict admit(SchoolEnrolment one, Placement body, CommandContext context) {
        return place(one, body, EnrolmentState.ADMITTED, context);
    }

    /// Guard: another public school has a seat; an officer keeps to the order of the waiting list.
    Verdict coordinate(SchoolEnrolment one, Placement body, CommandContext context) {
        return place(one, body, EnrolmentState.COORDINATED, context);
    }

    private Verdict place(SchoolEnrolment one, Placement body, EnrolmentState state, CommandContext context) {
        var school = schools.find(body.schoolId()).orElse(null);
        var from = one.placedFrom;
        var guards = Verdict.guards()
                .require(
                        from != null && !context.today().isBefore(from),
                        Reason.of("PUBLICITY_RUNNING").required(String.valueOf(from), context.today()))
                .require(
                        school != null && school.open() && school.stage() == one.stage,
                        Reason.at("/school_id", "NO_PUBLIC_SCHOOL_OF_THE_STAGE"))
                .require(
                        state == EnrolmentState.COORDINATED || one.preferences.contains(body.schoolId()),
                        Reason.at("/school_id", "NOT_PREFERRED"))
                .require(context.actor().isSystem() || !isOvertaking(one), "WAITING_LIST_ORDER");
        if (!guards.hold() || school == null) {
            return guards.verdict();
        }
        return guards.require(
                        seats.take(school.id(), one.schoolYear, one.id, context.at()),
                        Reason.at("/school_id", "NO_FREE_SEAT"))
                .then(() -> one.place(school, state, context));
    }

    private boolean isOvertaking(SchoolEnrolment one) {
        var position = one.waitingPosition;
        return position != null
                && mongo.exists(
                        Query.query(Criteria.where("group")
                                .is(one.group)
                                .and("file.state")
                                .is(EnrolmentState.PUBLICISED.name())
                                .and("waitingPosition")
                                .lt(position)),
                        SchoolEnrolment.class);
    }

    static Verdict await(SchoolEnrolment one, Turn body, CommandContext context) {
        return Verdict.guards()
                .require(one.file.is(EnrolmentState.PUBLICISED), "NOT_IN_PUBLICITY")
                .then(() -> one.await(body.position()));
    }

    /// Guard: the child has reported, and it is vaccinated or the booklet was looked at.
    Verdict enrol(SchoolEnrolment one, Arrival body, CommandContext context) {
        var vaccinated = Boolean.TRUE.equals(body.vaccinationCertificateChecked())
                || vaccination.complete(one.childId, context.today(), context);
        return Verdict.guards()
                .require(
                        !body.reportedOn().isAfter(context.today()),
                        Reason.at("/reported_on", "DAY_IN_FUTURE").required(context.today(), body.reportedOn()))
                .require(vaccinated, Reason.at("/vaccination_certificate_checked", "VACCINATION_NOT_CHECKED"))
                .verdict();
    }

    /// Whether an enrolment still has a right to the seat that the book says it holds.
    boolean holds(String enrolment, String schoolId) {
        var one = mongo.findById(enrolment, SchoolEnrolment.class);
        return one != null
                && schoolId.equals(one.schoolId)
                && one.file.is(EnrolmentState.ADMITTED, EnrolmentState.COORDINATED, EnrolmentState.ENROLLED);
    }
}
