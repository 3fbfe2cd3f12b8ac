package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.community.opening.WeekHours;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A library, culture centre, gallery or audio book room (公共文化场馆), open free of charge.
@Document("venues")
final class Venue implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String name;

    @Indexed
    private final VenueKind kind;

    private final VenueLevel level;
    private final String address;
    private final @Nullable Integer dailyVisitors;
    private WeekHours openHours;
    private final LocalDate openSince;
    private List<Closure> closures = new ArrayList<>();

    Venue(
            String id,
            CaseFile file,
            String name,
            VenueKind kind,
            VenueLevel level,
            String address,
            @Nullable Integer dailyVisitors,
            WeekHours openHours,
            LocalDate openSince) {
        this.id = id;
        this.file = file;
        this.name = name;
        this.kind = kind;
        this.level = level;
        this.address = address;
        this.dailyVisitors = dailyVisitors;
        this.openHours = openHours;
        this.openSince = openSince;
    }

    static Venue registered(String id, NewVenue entry, String district, CommandContext context) {
        return new Venue(
                id,
                CaseFile.opened(id, VenueState.OPEN, district, context),
                entry.name(),
                entry.kind(),
                entry.level(),
                entry.address(),
                entry.dailyVisitors(),
                entry.openHours(),
                context.today());
    }

    /// Announces that it stays closed; announced is what is said, today.
    void close(LocalDate from, LocalDate to, String reason, CommandContext context) {
        closures.add(new Closure(from, to, reason, context.today()));
        file.record(new VenueClosed(id, from, to, reason, context.today()), context);
    }

    void keepHours(WeekHours hours) {
        openHours = hours;
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return closures.stream().anyMatch(closure -> closure.overlaps(from, to));
    }

    /// The hours of a day; nothing when it is closed.
    Optional<WeekHours.Span> openOn(LocalDate day) {
        boolean closed = !file.is(VenueState.OPEN) || closures.stream().anyMatch(closure -> closure.covers(day));
        return closed ? Optional.empty() : openHours.on(day);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String name() {
        return name;
    }

    VenueKind kind() {
        return kind;
    }

    VenueLevel level() {
        return level;
    }

    String address() {
        return address;
    }

    @Nullable
    Integer dailyVisitors() {
        return dailyVisitors;
    }

    WeekHours openHours() {
        return openHours;
    }

    LocalDate openSince() {
        return openSince;
    }

    List<Closure> closures() {
        return List.copyOf(closures);
    }
}
