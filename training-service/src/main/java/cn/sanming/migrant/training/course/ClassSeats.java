package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.training.seat.Seats;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiPredicate;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The seats of classes (班级名额): who left gives the seat to the next who asks; what a crash left behind is released
/// at night.
@Component
class ClassSeats implements DueWork {

    private final MongoTemplate mongo;
    private final Seats seats;

    ClassSeats(MongoTemplate mongo, Seats seats) {
        this.mongo = mongo;
        this.seats = seats;
    }

    boolean take(TrainingEnrolment enrolment, int capacity, LocalDate on) {
        return seats.take(enrolment.classId(), enrolment.id(), capacity, on)
                || giveBack(enrolment.classId(), (holder, _) -> holder.hasLeft()) > 0
                        && seats.take(enrolment.classId(), enrolment.id(), capacity, on);
    }

    private int giveBack(String classId, BiPredicate<TrainingEnrolment, LocalDate> whose) {
        var holders = seats.holders(classId);
        var gone = mongo.find(Query.query(Criteria.where("_id").in(holders.keySet())), TrainingEnrolment.class).stream()
                .filter(enrolment -> whose.test(enrolment, holders.get(enrolment.id())))
                .toList();
        gone.forEach(enrolment -> seats.release(classId, enrolment.id(), holders.get(enrolment.id())));
        return gone.size();
    }

    @Override
    public String name() {
        return "release-seats";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 30);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "release",
                TrainingClass.class,
                List.of(TrainingClass.State.OPEN, TrainingClass.State.RUNNING),
                (id, day) -> releaseForgotten(id, day.date())));
    }

    /// A seat taken on an earlier day by an enrolment that is still only applied for was never confirmed.
    private void releaseForgotten(String classId, LocalDate on) {
        giveBack(
                classId,
                (holder, since) ->
                        holder.hasLeft() || holder.file().is(TrainingEnrolment.State.APPLIED) && since.isBefore(on));
    }
}
