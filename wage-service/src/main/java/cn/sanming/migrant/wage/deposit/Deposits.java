package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.site.DepositBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All wage deposits, and the defaulted orders that may draw them.
@Component
class Deposits implements DepositBook {

    private final MongoTemplate mongo;

    Deposits(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<WageDeposit> ofProject(String projectId) {
        return Optional.ofNullable(mongo.findById(WageDeposit.idOf(projectId), WageDeposit.class));
    }

    /// What was drawn for an order from all deposits together.
    Money drawnFor(String orderId) {
        List<WageDeposit> drawn =
                mongo.find(Query.query(Criteria.where("drawings.orderId").is(orderId)), WageDeposit.class);
        return Money.sum(drawn.stream().map(deposit -> deposit.drawnFor(orderId)));
    }

    void remember(OrderDefault order) {
        mongo.save(order);
    }

    Optional<OrderDefault> defaulted(String orderId) {
        return Optional.ofNullable(mongo.findById(orderId, OrderDefault.class));
    }

    @Override
    public Optional<Standing> of(String projectId) {
        return ofProject(projectId)
                .map(deposit -> new Standing(
                        deposit.id(),
                        deposit.file().state(),
                        deposit.is(DepositState.LODGED, DepositState.EXEMPT),
                        deposit.finding().amount(),
                        topupBy(deposit)));
    }

    private static @Nullable LocalDate topupBy(WageDeposit deposit) {
        return deposit.drawings().stream()
                .filter(Drawing::open)
                .map(Drawing::topupBy)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
