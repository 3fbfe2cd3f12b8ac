package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.dispute.Filing.Side;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.Divisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who applies against whom and where (当事人), put together from the application, the visit and the token.
record Parties(
        Side side,
        List<String> applicants,
        String employerUscc,
        String districtOfWork,
        String appliedIn,
        List<String> places,
        List<Reason> faults) {

    static Parties of(Application application, VisitedGroups.@Nullable Group visited, Actor actor) {
        var faults = new ArrayList<Reason>();
        var applicants = applicants(application, visited, actor);
        if (applicants.isEmpty()) {
            faults.add(Reason.at("/applicants", "REQUIRED"));
        }
        var side = actor.has("EMPLOYER") && actor.creditCode() != null ? Side.EMPLOYER : Side.WORKER;
        var employer = first(
                application.employerUscc(),
                visited == null ? null : visited.employerUscc(),
                side == Side.EMPLOYER ? actor.creditCode() : null);
        if (employer == null) {
            faults.add(Reason.at("/employer_uscc", "REQUIRED"));
        }
        var work = first(application.districtOfWork(), visited == null ? null : visited.district());
        if (work == null) {
            faults.add(Reason.at("/district_of_work", "REQUIRED"));
        }
        var here = first(application.appliedIn(), work);
        if (here != null
                && Divisions.sanming().find(Divisions.sanming().current(here)).isEmpty()) {
            faults.add(Reason.at(
                    application.appliedIn() == null ? "/district_of_work" : "/applied_in", "UNKNOWN_DISTRICT"));
        }
        var places = Stream.of(work, application.employerSeat())
                .filter(Objects::nonNull)
                .toList();
        return new Parties(
                side,
                applicants,
                employer == null ? "" : employer,
                work == null ? "" : work,
                here == null ? "" : Divisions.sanming().current(here),
                places,
                faults);
    }

    private static List<String> applicants(
            Application application, VisitedGroups.@Nullable Group visited, Actor actor) {
        if (visited != null) {
            return visited.personIds();
        }
        if (application.applicants() != null) {
            return Registration.texts(application.applicants());
        }
        return actor.workerId() == null ? List.of() : List.of(actor.workerId());
    }

    /// A worker applies for a dispute of their own, an employer against their own workers, officers for anybody.
    boolean mayApply(Actor actor) {
        if (actor.workerId() != null) {
            return applicants.contains(actor.workerId());
        }
        return side == Side.WORKER || employerUscc.equals(actor.creditCode());
    }

    private static @Nullable String first(@Nullable String... candidates) {
        return Stream.of(candidates).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
