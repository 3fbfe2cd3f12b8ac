package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.casefile.Act;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Payments that reach workers past the payroll's own way, such as those ordered by the inspection.
@Component
public class PayrollPayments {

    private final MongoTemplate mongo;

    PayrollPayments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Marks a payroll as settled through a case, once however often it is asked.
    ///
    /// @return the payroll's id
    public String settleByCase(
            String employerUscc, @Nullable String projectId, String period, LocalDate paidOn, Act act) {
        var id = Payroll.idOf(projectId, employerUscc, YearMonth.parse(period));
        for (int attempt = 0; ; attempt++) {
            var payroll = mongo.findById(id, Payroll.class);
            if (payroll == null || payroll.unpaid().isEmpty()) {
                return id;
            }
            payroll.settleByCase(paidOn, act.correlationId());
            try {
                mongo.save(payroll);
                return id;
            } catch (OptimisticLockingFailureException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }
}
