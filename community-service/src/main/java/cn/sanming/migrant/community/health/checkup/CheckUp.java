package cn.sanming.migrant.community.health.checkup;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One check-up that was held (体检活动), with the number of people; results stay with the doctor and the person.
@Document("check_ups")
final class CheckUp implements CaseAggregate {

    /// By an employer for its long-term workers, or out of charity (爱心公益体检).
    enum Kind {
        EMPLOYER,
        CHARITY
    }

    enum State {
        HELD
    }

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final Kind kind;

    @Indexed(sparse = true)
    final @Nullable String employerUscc;

    final String place;
    final LocalDate heldOn;
    final int persons;

    CheckUp(
            String id,
            CaseFile file,
            Kind kind,
            @Nullable String employerUscc,
            String place,
            LocalDate heldOn,
            int persons) {
        this.id = id;
        this.file = file;
        this.kind = kind;
        this.employerUscc = employerUscc;
        this.place = place;
        this.heldOn = heldOn;
        this.persons = persons;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    void held(CommandContext context) {
        file.record(new CheckUpHeld(id, kind, employerUscc, String.valueOf(file.district()), persons, heldOn), context);
    }
}
