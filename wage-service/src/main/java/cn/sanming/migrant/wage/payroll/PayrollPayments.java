package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
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

    /// Marks the lines of these workers as settled through a case, once however often it is asked.
    ///
    /// @return the payroll's id when no line of it is open any more
    public Optional<String> settleByCase(
            String employerUscc,
            @Nullable String projectId,
            String period,
            Collection<String> personIds,
            LocalDate paidOn,
            CommandContext context) {
        var id = Payroll.idOf(projectId, employerUscc, YearMonth.parse(period));
        for (int attempt = 0; ; attempt++) {
            var payroll = mongo.findById(id, Payroll.class);
            if (payroll == null || payroll.unpaid().isEmpty()) {
                return Optional.of(id);
            }
            payroll.settleByCase(personIds, paidOn, context.correlationId());
            try {
                mongo.save(payroll);
                return payroll.unpaid().isEmpty() ? Optional.of(id) : Optional.empty();
            } catch (OptimisticLockingFailureException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }
}
