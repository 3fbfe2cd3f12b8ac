package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.application.Circumstances.Hukou;
import cn.sanming.migrant.housing.unit.Programme;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.rules.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Many households on a waiting list at once, put there without windows and publicity.
public final class WaitingPeople {

    private WaitingPeople() {}

    public static List<String> join(
            MongoTemplate mongo, String district, int count, LocalDate on, CommandContext context) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var form = new ApplicationForm(
                    null,
                    null,
                    Programme.PUBLIC_RENTAL,
                    district,
                    Hukou.RURAL,
                    "360102",
                    BigDecimal.ZERO,
                    1,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            var years = new Decision<>(
                    "PRH_WORK_YEARS", new WorkYears.Finding(true, 2_000, on.minusDays(2_000)), List.of(), List.of());
            var application = HousingApplication.submitted("P-" + district + "-" + i, form, years, context);
            application.priorityClass = i % 50 == 0 ? 1 : i % 10 == 0 ? 2 : 3;
            application.qualifiedOn = on;
            application.file.move("qualify", ApplicationState.WAITLISTED.name(), "SYSTEM", context, null);
            application.joinQueue();
            mongo.insert(application);
            ids.add(application.id);
        }
        return ids;
    }
}
