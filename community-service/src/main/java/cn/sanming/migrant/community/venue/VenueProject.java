package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// The building of an audio book room or another venue (有声书屋建设项目); in use, it is a venue of the register.
@Document("venue_projects")
final class VenueProject implements CaseAggregate {

    enum State {
        PLANNED
    }

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final NewVenue venue;
    private final int plannedSeats;
    private final @Nullable LocalDate plannedReady;
    private @Nullable Integer actualSeats;
    private @Nullable String venueId;

    /// A project as its officers see it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String state,
            @Nullable String district,
            NewVenue venue,
            int plannedSeats,
            @Nullable LocalDate plannedReady,
            @Nullable Integer actualSeats,
            @Nullable String venueId) {}

    VenueProject(String id, CaseFile file, NewVenue venue, int plannedSeats, @Nullable LocalDate plannedReady) {
        this.id = id;
        this.file = file;
        this.venue = venue;
        this.plannedSeats = plannedSeats;
        this.plannedReady = plannedReady;
    }

    static VenueProject planned(String id, VenueProjectDesk.NewProject plan, String district, CommandContext context) {
        return new VenueProject(
                id,
                CaseFile.opened(id, State.PLANNED, district, context),
                plan.venue(),
                plan.plannedSeats(),
                plan.plannedReady());
    }

    void complete(int seats) {
        actualSeats = seats;
    }

    void opened(String asVenue) {
        venueId = asVenue;
    }

    NewVenue venue() {
        return venue;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    View view() {
        return new View(id, file.state(), file.district(), venue, plannedSeats, plannedReady, actualSeats, venueId);
    }
}
