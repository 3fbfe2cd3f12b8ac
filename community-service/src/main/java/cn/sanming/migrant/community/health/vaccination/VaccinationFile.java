package cn.sanming.migrant.community.health.vaccination;

import cn.sanming.migrant.community.health.SealedNote;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The vaccination file of one child in the district where it lives (预防接种档案). Birth date and doses are one
/// encrypted field.
@Document("vaccination_files")
final class VaccinationFile implements CaseAggregate {

    enum State {
        OPEN
    }

    record Dose(
            String vaccine,
            int doseNo,
            LocalDate dueOn,
            @Nullable LocalDate givenOn) {

        boolean is(String wanted, int number) {
            return vaccine.equals(wanted) && doseNo == number;
        }

        boolean missing(LocalDate on) {
            return givenOn == null && !dueOn.isAfter(on);
        }
    }

    /// The confidential part; only the envelope opens it.
    record Content(LocalDate birthDate, List<Dose> doses) {}

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;

    @Indexed
    final String childId;

    final List<String> guardianIds;
    final @Nullable String clinic;
    final LocalDate openedOn;

    /// By when the file had to be there, rule VACCINATION_FILE; none for a child of seven or more.
    final @Nullable LocalDate dueOn;

    String content;

    VaccinationFile(
            String id,
            CaseFile file,
            String childId,
            List<String> guardianIds,
            @Nullable String clinic,
            LocalDate openedOn,
            @Nullable LocalDate dueOn,
            String content) {
        this.id = id;
        this.file = file;
        this.childId = childId;
        this.guardianIds = guardianIds;
        this.clinic = clinic;
        this.openedOn = openedOn;
        this.dueOn = dueOn;
        this.content = content;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    SealedNote sealed() {
        return new SealedNote("VaccinationFile", id, childId, guardianIds, String.valueOf(file.district()), clinic);
    }
}
