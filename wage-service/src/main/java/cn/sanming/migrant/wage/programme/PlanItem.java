package cn.sanming.migrant.wage.programme;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One target of a plan for one year (年度目标) and what has been reached of it; measures M14.1, M16.1 and M16.5.
@Document("plan_items")
final class PlanItem {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    @Indexed
    private final String district;

    @Indexed
    private final Programme programme;

    @Indexed
    private final int year;

    private final String title;
    private final int target;
    private int achieved;

    /// The plans of the department: harmonious labour relations (和谐同行), wider pension coverage (养老保险扩面), prevention
    /// of work injuries (工伤预防).
    enum Programme {
        HARMONIOUS_LABOUR("M14.1"),
        PENSION_COVERAGE("M16.1"),
        INJURY_PREVENTION("M16.5");

        private final String promise;

        Programme(String promise) {
            this.promise = promise;
        }

        String promise() {
            return promise;
        }
    }

    PlanItem(String id, String district, Programme programme, int year, String title, int target) {
        this.id = id;
        this.district = district;
        this.programme = programme;
        this.year = year;
        this.title = title;
        this.target = target;
    }

    /// Counts only grow: employers helped, people insured, workers trained.
    Verdict progress(int reached) {
        return Verdict.guards()
                .require(reached >= achieved, Reason.of("COUNT_WENT_DOWN").required(achieved, reached))
                .then(() -> achieved = reached);
    }

    String id() {
        return id;
    }

    String district() {
        return district;
    }

    View view() {
        var percent = BigDecimal.valueOf(achieved * 100L).divide(BigDecimal.valueOf(target), 1, RoundingMode.HALF_UP);
        return new View(
                id, district, programme, programme.promise(), year, title, target, achieved, percent.toPlainString());
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            String id,
            String district,
            Programme programme,
            String promise,
            int year,
            String title,
            int target,
            int achieved,
            String percent) {}
}
