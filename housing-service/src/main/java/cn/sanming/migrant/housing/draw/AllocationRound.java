package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One round of homes that are drawn for (配租批次): homes of one kind in one project.
@Document("allocation_rounds")
@CompoundIndex(def = "{'file.state': 1, 'closesOn': 1}")
@CompoundIndex(def = "{'file.state': 1, 'drawOn': 1}")
final class AllocationRound implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final String title;
    final Programme programme;
    final List<String> unitIds;
    final LocalDate closesOn;
    final LocalDate drawOn;

    /// Hash of the seed, public from the first day.
    final String commitment;

    /// The seed, encrypted until the draw.
    final String sealedSeed;

    @Nullable
    String list;

    @Nullable
    String listHash;

    @Nullable
    String seed;

    @Nullable
    LocalDate drawnOn;

    List<Award> awards = new ArrayList<>();

    List<Passed> passedOver = new ArrayList<>();

    /// Who really got which home: the drawn order, without those who had left the list in the meantime.
    record Award(int rank, String applicationId, String unitId) {}

    /// Whose turn it was and who had left the list (已离队): the home went to the next in order.
    ///
    /// @param unitId the home that was its turn
    record Passed(int rank, String applicationId, String unitId, String why, LocalDate since) {}

    AllocationRound(
            String id,
            CaseFile file,
            String title,
            Programme programme,
            List<String> unitIds,
            LocalDate closesOn,
            LocalDate drawOn,
            String commitment,
            String sealedSeed) {
        this.id = id;
        this.file = file;
        this.title = title;
        this.programme = programme;
        this.unitIds = unitIds;
        this.closesOn = closesOn;
        this.drawOn = drawOn;
        this.commitment = commitment;
        this.sealedSeed = sealedSeed;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }
}
