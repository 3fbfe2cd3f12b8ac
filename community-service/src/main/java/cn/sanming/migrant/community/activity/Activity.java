package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.community.ticket.Returned;
import cn.sanming.migrant.community.ticket.Ticket;
import cn.sanming.migrant.community.ticket.TicketLine;
import cn.sanming.migrant.community.ticket.Ticketed;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A cultural, union, health or law activity (文化惠民活动), free of charge, with the line for its tickets.
@Document("activities")
final class Activity implements Ticketed {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private ActivityPlan plan;

    @Indexed
    private List<String> partners;

    private List<String> dismissedPartners = new ArrayList<>();
    private List<Ticket> tickets = new ArrayList<>();
    private List<Returned> returned = new ArrayList<>();

    /// Ticket holders who came.
    private List<String> present = new ArrayList<>();

    private @Nullable Attendance attendance;

    /// The attendance the world has been told.
    private @Nullable Attendance told;

    private @Nullable String report;

    Activity(String id, CaseFile file, ActivityPlan plan, List<String> partners) {
        this.id = id;
        this.file = file;
        this.plan = plan;
        this.partners = new ArrayList<>(partners);
    }

    static Activity planned(
            String id, ActivityPlan plan, List<String> partners, String district, CommandContext context) {
        return new Activity(id, CaseFile.opened(id, ActivityState.PLANNED, district, context), plan, partners);
    }

    void replan(ActivityPlan changed) {
        plan = changed;
    }

    void dismiss(String uscc) {
        if (partners.remove(uscc)) {
            dismissedPartners.add(uscc);
        }
    }

    void checkIn(List<String> persons) {
        var all = new LinkedHashSet<>(present);
        all.addAll(persons);
        present = new ArrayList<>(all);
    }

    /// It has taken place; until the report says more, those are counted who showed a ticket.
    void hold(@Nullable Attendance said, CommandContext context) {
        attendance = said;
        tell(counted(), context);
    }

    void attended(Attendance said) {
        attendance = said;
    }

    /// The report; the world hears of the attendance again if it is another one than at first.
    void report(Attendance said, @Nullable String text, CommandContext context) {
        attendance = said;
        report = text;
        if (told == null || said.visitors() != told.visitors() || said.migrantVisitors() != told.migrantVisitors()) {
            tell(said, context);
        }
    }

    private void tell(Attendance came, CommandContext context) {
        told = came;
        var event = new ActivityHeld(
                id,
                plan.category(),
                plan.festival(),
                String.valueOf(file.district()),
                plan.heldOn(),
                came.visitors(),
                came.migrantVisitors(),
                plan.price());
        file.record(event, context);
    }

    /// What is known of the attendance: what was said, else the ticket holders who came.
    Attendance counted() {
        if (attendance != null) {
            return attendance;
        }
        var came = tickets.stream()
                .filter(ticket -> present.contains(ticket.personId()))
                .toList();
        int migrants = (int) came.stream().filter(Ticket::migrantWorker).count();
        return came.isEmpty() ? Attendance.NOBODY : new Attendance(came.size(), migrants, null);
    }

    /// Ticket holders who did not come (爽约).
    int noShows() {
        return (int) line().holders().stream()
                .filter(ticket -> !present.contains(ticket.personId()))
                .count();
    }

    @Override
    public TicketLine line() {
        return new TicketLine(plan.capacity(), tickets);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    ActivityPlan plan() {
        return plan;
    }

    LocalDate heldOn() {
        return plan.heldOn();
    }

    List<String> partners() {
        return List.copyOf(partners);
    }

    List<String> dismissedPartners() {
        return List.copyOf(dismissedPartners);
    }

    List<String> present() {
        return List.copyOf(present);
    }

    int givenBack() {
        return returned.size();
    }

    @Nullable
    Attendance attendance() {
        return attendance;
    }

    @Nullable
    String report() {
        return report;
    }
}
