package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.blacklist.DefaultedOrder;
import cn.sanming.migrant.wage.blacklist.OrderBook;
import cn.sanming.migrant.wage.cases.PayOrder.Liable;
import cn.sanming.migrant.wage.cases.PayOrder.Role;
import cn.sanming.migrant.wage.policy.LiabilityOrder;
import cn.sanming.migrant.wage.policy.LiabilityOrder.EmployerRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Orders to pay: draws them up, and tells the list how they stand.
@Component
final class CaseOrders implements OrderBook {

    private final MongoTemplate mongo;

    CaseOrders(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Draws up the order; rule LIABILITY_ORDER says who pays first.
    static PayOrder draft(CaseRules rules, ArrearsCase subject, CaseForms.OrderToPay wanted, LocalDate today) {
        var items = wanted.items() == null ? subject.claims() : CaseForms.Claims.of(wanted.items());
        var total = Money.sum(items.stream().map(Claim::amount));
        var liability = rules.liability(new LiabilityOrder.Facts(
                total,
                wanted.employerRole() == null ? roleOf(subject) : wanted.employerRole(),
                wanted.causedByOwner(),
                wanted.ownerUnpaidProjectMoney(),
                wanted.givenUnlawfullyBy()));
        return new PayOrder(
                PayOrder.idOf(subject.id()),
                today,
                wanted.dueOn() == null ? rules.dueAtLatest(today) : wanted.dueOn(),
                List.copyOf(items),
                liable(subject, liability),
                liability,
                null);
    }

    private static EmployerRole roleOf(ArrearsCase subject) {
        var contractor = subject.intake().contractorUscc();
        if (contractor == null) {
            return EmployerRole.EMPLOYER;
        }
        return contractor.equals(subject.employerUscc()) ? EmployerRole.GENERAL_CONTRACTOR : EmployerRole.SUBCONTRACTOR;
    }

    /// The employer is always named, because recourse falls back on it; the others where they pay.
    private static List<Liable> liable(ArrearsCase subject, Decision<LiabilityOrder.Finding> liability) {
        var shares = liability.result();
        var liable = new ArrayList<Liable>();
        liable.add(new Liable(subject.employerUscc(), Role.EMPLOYER, shares.employerPays()));
        add(liable, subject.intake().contractorUscc(), Role.GENERAL_CONTRACTOR, shares.generalContractorPaysFirst());
        add(liable, subject.intake().ownerUscc(), Role.OWNER, shares.ownerAdvances());
        return List.copyOf(liable);
    }

    private static void add(List<Liable> liable, @Nullable String uscc, Role role, Money share) {
        if (uscc != null && share.isPositive()) {
            liable.add(new Liable(uscc, role, share));
        }
    }

    @Override
    public Optional<DefaultedOrder> ofCase(String caseId) {
        return Optional.ofNullable(mongo.findById(caseId, ArrearsCase.class)).flatMap(CaseOrders::standing);
    }

    static Optional<DefaultedOrder> standing(ArrearsCase subject) {
        var order = subject.order();
        if (order == null) {
            return Optional.empty();
        }
        var file = subject.file();
        var revoked = order.revoked();
        return Optional.of(new DefaultedOrder(
                subject.id(),
                order.id(),
                subject.employerUscc(),
                file.district(),
                order.dueOn(),
                file.last("default").isPresent(),
                subject.annexes().crimeAmount(),
                !subject.annexes().incidents().isEmpty(),
                subject.payments().paidOn(),
                revoked == null ? null : revoked.on(),
                file.last("refer_police").isPresent()));
    }
}
