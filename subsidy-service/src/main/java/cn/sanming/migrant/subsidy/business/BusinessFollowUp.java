package cn.sanming.migrant.subsidy.business;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One visit to a new business (跟踪服务): due 1, 3, 6 and 12 months after its registration; measure 4.
@Document("business-follow-ups")
@CompoundIndex(def = "{'file.state': 1, 'dueOn': 1}")
final class BusinessFollowUp implements CaseAggregate {

    static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

    enum State {
        DUE,
        DONE
    }

    @DomainEvent.Type("subsidy.business.followed")
    record Followed(
            @JsonIgnore String subject,
            String businessUscc,
            String personId,
            int monthNo,
            boolean operating,
            int employees)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String businessUscc;

    private final String personId;
    private final int monthNo;
    private final LocalDate dueOn;
    private @Nullable LocalDate doneOn;
    private @Nullable Boolean operating;
    private @Nullable Integer employees;

    BusinessFollowUp(String id, CaseFile file, String businessUscc, String personId, int monthNo, LocalDate dueOn) {
        this.id = id;
        this.file = file;
        this.businessUscc = businessUscc;
        this.personId = personId;
        this.monthNo = monthNo;
        this.dueOn = dueOn;
    }

    static String idOf(String uscc, int month) {
        return Ids.of("bf", uscc, Integer.toString(month));
    }

    static BusinessFollowUp of(Business business, int month, CommandContext context) {
        var id = idOf(business.uscc(), month);
        return new BusinessFollowUp(
                id,
                CaseFile.opened(id, State.DUE, business.district(), context),
                business.uscc(),
                business.ownerPersonId(),
                month,
                Dates.addMonths(business.registeredOn(), month));
    }

    /// A visit before it is due says nothing about that month.
    Verdict done(boolean stillOperating, int staff, CommandContext context) {
        return Verdict.guards()
                .require(!file.is(State.DONE), "FOLLOW_UP_ALREADY_DONE")
                .require(!context.today().isBefore(dueOn), "FOLLOW_UP_NOT_DUE")
                .then(() -> {
                    doneOn = context.today();
                    operating = stillOperating;
                    employees = staff;
                    file.move("follow", State.DONE.name(), "HR_OFFICER", context, null);
                    file.record(new Followed(id, businessUscc, personId, monthNo, stillOperating, staff), context);
                });
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String businessUscc() {
        return businessUscc;
    }

    String personId() {
        return personId;
    }

    int monthNo() {
        return monthNo;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate doneOn() {
        return doneOn;
    }

    @Nullable
    Boolean operating() {
        return operating;
    }

    @Nullable
    Integer employees() {
        return employees;
    }
}
