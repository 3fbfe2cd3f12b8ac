package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.site.AccountBook;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// All special accounts. Money moves as one guarded write of one document.
@Component
class Accounts implements AccountBook {

    private static final int ATTEMPTS = 20;

    private final MongoTemplate mongo;
    private final Clock clock;

    Accounts(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Optional<SpecialAccount> find(String id) {
        return Optional.ofNullable(mongo.findById(id, SpecialAccount.class));
    }

    /// Changes an account outside its life cycle; the change says whether there is anything to save.
    void change(String id, Predicate<SpecialAccount> change) {
        for (int attempt = 1; ; attempt++) {
            var account = find(id).orElse(null);
            if (account == null || !change.test(account)) {
                return;
            }
            try {
                mongo.save(account);
                return;
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public Optional<Standing> of(String projectId) {
        return find(SpecialAccount.idOf(projectId))
                .map(account -> new Standing(
                        account.id(),
                        account.terms().bankUscc(),
                        account.file().state(),
                        account.file().is(AccountState.OPEN),
                        account.terms().openBy(),
                        account.openedOn(),
                        account.balance(),
                        account.underfunded()));
    }

    @Override
    public boolean withdraw(String projectId, String payrollId, Money amount) {
        var taken = new AtomicBoolean();
        var today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        change(SpecialAccount.idOf(projectId), account -> {
            boolean before = account.withdrew(payrollId);
            taken.set(account.withdraw(payrollId, amount, today));
            return taken.get() && !before;
        });
        return taken.get();
    }
}
