package cn.sanming.migrant.community.health.checkup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// When an employer's next check-up is due (企业定期体检计划): twelve months after the last, for those who have worked
/// there twelve months.
@Document("check_up_plans")
record CheckUpPlan(
        @Id String employerUscc,
        @Indexed String district,
        int longTermWorkers,
        @Nullable LocalDate lastHeldOn,
        LocalDate nextDueOn,
        boolean due) {}
