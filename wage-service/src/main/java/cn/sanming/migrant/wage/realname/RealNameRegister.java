package cn.sanming.migrant.wage.realname;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.site.ConstructionProject;
import cn.sanming.migrant.wage.site.ProjectState;
import cn.sanming.migrant.wage.site.Projects;
import cn.sanming.migrant.wage.site.SiteAccess;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// The window at the gate of a site: registers workers, records attendance, refuses who is not registered.
@Component
class RealNameRegister {

    private static final String CLAUSE = "支付条例 art. 28";

    private final Projects projects;
    private final RealNameEntries entries;

    /// One day at the gate. All of the workers must be registered, or nothing is recorded.
    record Attendance(
            LocalDate day, @NotEmpty @Size(max = 5000) List<WorkerId> personIds) {

        List<String> persons() {
            return personIds.stream().map(WorkerId::value).toList();
        }
    }

    record Recorded(String projectId, LocalDate day, int present) {}

    record Departure(@Nullable LocalDate leftOn) {}

    RealNameRegister(Projects projects, RealNameEntries entries) {
        this.projects = projects;
        this.entries = entries;
    }

    Outcome<RealNameView> enter(String projectId, Entrance entrance, CommandContext context) {
        var project = projects.find(projectId).orElse(null);
        if (project == null) {
            return Outcome.notFound();
        }
        if (!SiteAccess.mayRecord(project, entrance.employerUscc(), context.actor())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        var on = entrance.enteredOn() == null ? context.today() : entrance.enteredOn();
        var reasons = new ArrayList<Reason>();
        if (project.is(ProjectState.COMPLETED, ProjectState.SETTLED)) {
            reasons.add(Reason.of("PROJECT_COMPLETED"));
        }
        if (!project.involves(entrance.employerUscc())) {
            reasons.add(Reason.at("/employer_uscc", "EMPLOYER_NOT_ON_PROJECT").clause(CLAUSE));
        }
        if (on.isAfter(context.today())) {
            reasons.add(Reason.at("/entered_on", "ENTERED_IN_THE_FUTURE"));
        }
        return reasons.isEmpty()
                ? insert(projectId, entrance, on, context)
                : Outcome.refused(new Refusal(Refusal.Kind.GUARD_FAILED, reasons, null));
    }

    private Outcome<RealNameView> insert(String projectId, Entrance entrance, LocalDate on, CommandContext context) {
        try {
            var entry = entries.insert(RealNameEntry.entered(projectId, entrance, on, context));
            return Outcome.created(RealNameView.full(entry), pathOf(entry));
        } catch (DuplicateKeyException e) {
            return entries.open(projectId, entrance.personId().value())
                    .map(open -> open.says(entrance)
                            ? Outcome.done(RealNameView.full(open))
                            : Outcome.<RealNameView>duplicate(
                                    pathOf(open), Reason.of("ALREADY_ON_SITE").clause(CLAUSE)))
                    .orElseGet(() -> Outcome.refused(Refusal.Kind.VERSION_CONFLICT));
        }
    }

    private static String pathOf(RealNameEntry entry) {
        return "/api/v1/wages/projects/" + entry.projectId() + "/workers/" + entry.personId();
    }

    Outcome<Recorded> attend(String projectId, Attendance attendance, CommandContext context) {
        var project = projects.find(projectId).orElse(null);
        if (project == null) {
            return Outcome.notFound();
        }
        var code = context.actor().creditCode();
        if (!project.involves(code)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        var persons = List.copyOf(new LinkedHashSet<>(attendance.persons()));
        var byPerson = new HashMap<String, RealNameEntry>();
        entries.of(projectId, persons).stream()
                .filter(entry -> entry.covers(attendance.day()))
                .filter(entry -> SiteAccess.mayRecord(project, entry.employerUscc(), context.actor()))
                .forEach(entry -> byPerson.put(entry.personId(), entry));
        var reasons = refusals(project, attendance, byPerson.keySet(), context);
        if (!reasons.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.GUARD_FAILED, reasons, null));
        }
        entries.present(byPerson.values().stream().map(RealNameEntry::id).toList(), attendance.day());
        return Outcome.done(new Recorded(projectId, attendance.day(), persons.size()));
    }

    private static List<Reason> refusals(
            ConstructionProject project, Attendance attendance, Set<String> registered, CommandContext context) {
        var reasons = new ArrayList<Reason>();
        if (project.startedOn() == null || attendance.day().isBefore(project.startedOn())) {
            reasons.add(Reason.at("/day", "PROJECT_NOT_STARTED"));
        }
        if (attendance.day().isAfter(context.today())) {
            reasons.add(Reason.at("/day", "DAY_IN_THE_FUTURE"));
        }
        var persons = attendance.persons();
        for (int i = 0; i < persons.size(); i++) {
            if (!registered.contains(persons.get(i))) {
                reasons.add(Reason.at("/person_ids/" + i, "NOT_REGISTERED").clause(CLAUSE));
            }
        }
        return reasons;
    }

    Outcome<RealNameView> leave(String projectId, String personId, Departure departure, CommandContext context) {
        var project = projects.find(projectId).orElse(null);
        var open = project == null ? null : entries.open(projectId, personId).orElse(null);
        if (project == null || open == null) {
            return Outcome.notFound();
        }
        if (!SiteAccess.mayRecord(project, open.employerUscc(), context.actor())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        var on = departure.leftOn() == null ? context.today() : departure.leftOn();
        var reasons = new ArrayList<Reason>();
        if (on.isAfter(context.today())) {
            reasons.add(Reason.at("/left_on", "LEFT_IN_THE_FUTURE"));
        }
        if (on.isBefore(open.enteredOn()) || open.days().stream().anyMatch(on::isBefore)) {
            reasons.add(Reason.at("/left_on", "LEFT_BEFORE_LAST_ATTENDANCE"));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.GUARD_FAILED, reasons, null));
        }
        entries.leave(projectId, personId, on);
        return latest(projectId, personId);
    }

    /// The latest entry of one worker, for the worker, the site and its officers.
    Outcome<RealNameView> one(String projectId, String personId, Actor actor) {
        var project = projects.find(projectId).orElse(null);
        if (project == null || !personId.equals(actor.workerId()) && !SiteAccess.mayRead(project, actor)) {
            return Outcome.notFound();
        }
        return latest(projectId, personId);
    }

    private Outcome<RealNameView> latest(String projectId, String personId) {
        return entries.of(projectId, List.of(personId)).stream()
                .reduce((one, other) -> one.id().compareTo(other.id()) > 0 ? one : other)
                .map(entry -> Outcome.done(RealNameView.full(entry)))
                .orElseGet(Outcome::notFound);
    }

    /// A subcontractor sees its own workers, a worker the own entries.
    Outcome<Page<RealNameView>> list(String projectId, @Nullable String after, @Nullable Integer limit, Actor actor) {
        var project = projects.find(projectId).orElse(null);
        if (project == null || actor.workerId() == null && !SiteAccess.mayRead(project, actor)) {
            return Outcome.notFound();
        }
        var terms = project.terms();
        var code = actor.creditCode();
        var employer = terms.contractorUscc().equals(code) || terms.ownerUscc().equals(code) ? null : code;
        int size = Page.limit(limit);
        var rows = entries.page(projectId, employer, actor.workerId(), after, size + 1);
        var page = Page.of(rows, size, RealNameEntry::id);
        return Outcome.done(
                new Page<>(page.items().stream().map(RealNameView::brief).toList(), page.next()));
    }
}
