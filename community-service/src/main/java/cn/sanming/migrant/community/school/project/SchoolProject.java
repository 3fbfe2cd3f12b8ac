package cn.sanming.migrant.community.school.project;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One project that adds places to a school (学位建设项目), planned and actual.
@Document("school_projects")
final class SchoolProject implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final String name;

    @Indexed
    final String schoolId;

    final int plannedSeats;

    @Nullable
    Integer actualSeats;

    @Nullable
    LocalDate inUseOn;

    SchoolProject(String id, CaseFile file, String name, String schoolId, int plannedSeats) {
        this.id = id;
        this.file = file;
        this.name = name;
        this.schoolId = schoolId;
        this.plannedSeats = plannedSeats;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    void complete(int seats) {
        actualSeats = seats;
    }

    /// Guard: the seats that were really built are known.
    Verdict putIntoUse(CommandContext context) {
        var seats = actualSeats;
        return Verdict.guards()
                .require(seats != null, Reason.at("/actual_seats", "ACTUAL_SEATS_UNKNOWN"))
                .then(() -> {
                    inUseOn = context.today();
                    file.record(
                            new SeatsAdded(id, schoolId, String.valueOf(file.district()), seats, context.today()),
                            context);
                });
    }
}
