package cn.sanming.migrant.community.station;

import cn.sanming.migrant.community.opening.WeekHours;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// A rest station (爱心驿站): where outdoor workers sit down, drink and warm their food.
@Document("rest_stations")
@CompoundIndex(def = "{'cell': 1, 'file.state': 1}")
final class RestStation implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String name;
    private final String address;
    private final Position position;

    /// Follows from the position: what the search for the nearest looks up.
    private final String cell;

    private final int capacity;
    private List<String> facilities;
    private WeekHours openHours;
    private @Nullable LocalDate openedOn;
    private @Nullable Suspension suspension;

    /// Why it is shut for a while, and until when.
    record Suspension(String reason, LocalDate until) {}

    RestStation(
            String id,
            CaseFile file,
            String name,
            String address,
            Position position,
            String cell,
            int capacity,
            List<String> facilities,
            WeekHours openHours) {
        this.id = id;
        this.file = file;
        this.name = name;
        this.address = address;
        this.position = position;
        this.cell = cell;
        this.capacity = capacity;
        this.facilities = List.copyOf(facilities);
        this.openHours = openHours;
    }

    static RestStation planned(String id, StationDesk.NewStation plan, String district, CommandContext context) {
        return new RestStation(
                id,
                CaseFile.opened(id, StationState.PLANNED, district, context),
                plan.name(),
                plan.address(),
                plan.position(),
                Cell.of(plan.position()).key(),
                plan.capacity(),
                plan.facilities(),
                plan.openHours());
    }

    void open(CommandContext context) {
        openedOn = context.today();
        suspension = null;
        file.record(
                new StationOpened(
                        id, String.valueOf(file.district()), address, facilities, openHours.text(), context.today()),
                context);
    }

    void suspend(String reason, LocalDate until) {
        suspension = new Suspension(reason, until);
    }

    void reopen() {
        suspension = null;
    }

    void equip(List<String> present) {
        facilities = List.copyOf(present);
    }

    void keepHours(WeekHours hours) {
        openHours = hours;
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

    String address() {
        return address;
    }

    Position position() {
        return position;
    }

    String cell() {
        return cell;
    }

    int capacity() {
        return capacity;
    }

    List<String> facilities() {
        return facilities;
    }

    WeekHours openHours() {
        return openHours;
    }

    @Nullable
    LocalDate openedOn() {
        return openedOn;
    }

    @Nullable
    Suspension suspension() {
        return suspension;
    }
}
