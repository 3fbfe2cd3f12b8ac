package cn.sanming.migrant.community.course;

import cn.sanming.migrant.community.ticket.Returned;
import cn.sanming.migrant.community.ticket.Ticket;
import cn.sanming.migrant.community.ticket.TicketLine;
import cn.sanming.migrant.community.ticket.Ticketed;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A spare-time course (微课堂、公益学堂) with its sessions and the line of those who want to take part.
@Document("courses")
final class Course implements Ticketed {

    /// Where a person stands in a course.
    enum Standing {
        ENROLLED,
        WAITLISTED,
        COMPLETED,
        DROPPED
    }

    /// One person's enrolment (报名).
    record Enrolment(String personId, Standing state) {}

    /// What is planned and stays as it is.
    ///
    /// @param topic of the survey of needs, where it follows one
    record Outline(
            String title,
            Mode mode,
            String teacher,
            @Nullable Integer capacity,
            Money price,
            @Indexed(sparse = true) @Nullable String topic) {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final Outline outline;

    @Indexed
    private List<String> partners;

    private List<String> dismissedPartners = new ArrayList<>();
    private List<Session> sessions;
    private List<Ticket> tickets = new ArrayList<>();
    private List<Returned> returned = new ArrayList<>();

    Course(String id, CaseFile file, Outline outline, List<String> partners, List<Session> sessions) {
        this.id = id;
        this.file = file;
        this.outline = outline;
        this.partners = new ArrayList<>(partners);
        this.sessions = List.copyOf(sessions);
    }

    static Course planned(
            String id,
            Outline outline,
            List<String> partners,
            List<LocalDate> days,
            String district,
            CommandContext context) {
        return new Course(
                id,
                CaseFile.opened(id, CourseState.PLANNED, district, context),
                outline,
                partners,
                days.stream()
                        .distinct()
                        .sorted()
                        .map(day -> new Session(day, null))
                        .toList());
    }

    void dismiss(String uscc) {
        if (partners.remove(uscc)) {
            dismissedPartners.add(uscc);
        }
    }

    void attended(LocalDate on, List<String> present) {
        sessions = sessions.stream()
                .map(session -> session.on().equals(on) ? new Session(on, present) : session)
                .toList();
    }

    void complete(CommandContext context) {
        var done = completed();
        int migrants = (int) tickets.stream()
                .filter(ticket -> ticket.migrantWorker() && done.contains(ticket.personId()))
                .count();
        file.record(new CourseCompleted(id, outline.mode(), sessions.size(), done.size(), migrants), context);
    }

    /// Whoever had a place and came at least once has completed it; whoever never came has dropped out.
    private Set<String> completed() {
        var line = line();
        var done = new HashSet<String>();
        sessions.stream()
                .flatMap(session -> session.present() == null ? Stream.<String>empty() : session.present().stream())
                .filter(line::hasPlace)
                .forEach(done::add);
        return done;
    }

    List<Enrolment> enrolments() {
        var line = line();
        boolean over = file.is(CourseState.COMPLETED);
        var done = over ? completed() : Set.<String>of();
        var all = new ArrayList<Enrolment>();
        for (var ticket : line.holders()) {
            var state = !over
                    ? Standing.ENROLLED
                    : done.contains(ticket.personId()) ? Standing.COMPLETED : Standing.DROPPED;
            all.add(new Enrolment(ticket.personId(), state));
        }
        line.waiting().forEach(ticket -> all.add(new Enrolment(ticket.personId(), Standing.WAITLISTED)));
        returned.stream()
                .filter(ticket -> line.before(ticket.personId()) < 0)
                .map(Returned::personId)
                .distinct()
                .forEach(person -> all.add(new Enrolment(person, Standing.DROPPED)));
        return all;
    }

    boolean allSessionsRecorded() {
        return sessions.stream().allMatch(session -> session.present() != null);
    }

    LocalDate lastDay() {
        return sessions.getLast().on();
    }

    @Override
    public TicketLine line() {
        return new TicketLine(outline.mode() == Mode.ONLINE ? null : outline.capacity(), tickets);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Outline outline() {
        return outline;
    }

    List<Session> sessions() {
        return List.copyOf(sessions);
    }

    List<String> partners() {
        return List.copyOf(partners);
    }

    List<String> dismissedPartners() {
        return List.copyOf(dismissedPartners);
    }
}
