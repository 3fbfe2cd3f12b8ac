package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.payroll.Payroll;
import cn.sanming.migrant.wage.payroll.PayrollPayments;
import cn.sanming.migrant.wage.payroll.Payrolls;
import cn.sanming.migrant.wage.policy.ArrearsDetection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Finds arrears by the effective due date and follows them until they are paid. The check costs what is overdue,
/// not what exists.
@Component
class ArrearsDesk implements OpenArrears, ArrearsSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(ArrearsDesk.class);

    private final MongoTemplate mongo;
    private final Payrolls payrolls;
    private final PayrollPayments payments;
    private final RuleBook rules;
    private final ArrearsDetection detection;

    ArrearsDesk(
            MongoTemplate mongo,
            Payrolls payrolls,
            PayrollPayments payments,
            RuleBook rules,
            ArrearsDetection detection) {
        this.mongo = mongo;
        this.payrolls = payrolls;
        this.payments = payments;
        this.rules = rules;
        this.detection = detection;
    }

    /// Looks at every overdue payroll; one that fails does not stop the others, but makes the job run again.
    void check(LocalDate date) {
        var context = CommandContext.ofSystem(
                ZonedDateTime.of(date, LocalTime.of(0, 30), Dates.ZONE).toInstant());
        int failed = 0;
        try (var overdue = payrolls.overdueOn(date)) {
            for (var payroll : (Iterable<Payroll>) overdue::iterator) {
                try {
                    look(payroll, date, context);
                } catch (RuntimeException e) {
                    failed++;
                    LOG.error("arrears check of {} failed", payroll.id(), e);
                }
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " payrolls could not be checked");
        }
    }

    private void look(Payroll payroll, LocalDate date, CommandContext context) {
        var finding = rules.decide(detection, new ArrearsDetection.Facts(payroll.nominalPayday(), date))
                .result();
        var level = ArrearsLevel.valueOf(finding.level().toString());
        var known = mongo.findById(Arrears.idOf(payroll.id()), Arrears.class);
        var arrears = known == null ? Arrears.of(payroll, context) : known;
        if (arrears.found(payroll.unpaid(), finding.daysLate(), level, context)) {
            mongo.save(arrears);
        }
    }

    /// The payroll has been paid: if it was in arrears, they are cleared.
    void paid(String payrollId, LocalDate paidOn, CommandContext context) {
        for (int attempt = 0; ; attempt++) {
            var arrears = mongo.findById(Arrears.idOf(payrollId), Arrears.class);
            if (arrears == null || !arrears.clear(paidOn, context)) {
                return;
            }
            try {
                mongo.save(arrears);
                return;
            } catch (OptimisticLockingFailureException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    /// A tenant of a public home is behind with the rent: whoever's wages are owed is marked in every such case.
    void tenantIsBehind(String leaseId, String personId, CommandContext context) {
        var victims = open(Criteria.where("personIds").is(personId));
        for (var arrears : mongo.find(victims, Arrears.class)) {
            if (arrears.tenantIsBehind(leaseId, personId, context)) {
                mongo.save(arrears);
            }
        }
    }

    @Override
    public void settle(
            String employerUscc,
            @Nullable String projectId,
            String period,
            Collection<String> personIds,
            LocalDate paidOn,
            CommandContext context) {
        payments.settleByCase(employerUscc, projectId, period, personIds, paidOn, context)
                .ifPresent(payrollId -> paid(payrollId, paidOn, context));
    }

    Outcome<ArrearsView> excuse(String id, String reason, CommandContext context) {
        var arrears = mongo.findById(id, Arrears.class);
        if (arrears == null || !context.actor().mayActIn(arrears.file().district())) {
            return Outcome.notFound();
        }
        arrears.excuse(reason, context);
        return Outcome.done(ArrearsView.of(mongo.save(arrears)));
    }

    @Override
    public boolean onProject(String projectId) {
        return mongo.exists(open(Criteria.where("projectId").is(projectId)), Arrears.class);
    }

    @Override
    public boolean ofEmployer(String uscc) {
        return mongo.exists(open(Criteria.where("employerUscc").is(uscc)), Arrears.class);
    }

    private static Query open(Criteria whose) {
        return Query.query(whose.and("file.state").ne(ArrearsLevel.CLEARED.name()));
    }
}
