package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.reference.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The register of sites, put together from the project, its account and its workers.
@Component
class SiteBook implements SiteRegister {

    private final Projects projects;
    private final AccountBook accounts;
    private final RealNameBook workers;

    SiteBook(Projects projects, AccountBook accounts, RealNameBook workers) {
        this.projects = projects;
        this.accounts = accounts;
        this.workers = workers;
    }

    @Override
    public Optional<Site> find(String projectId) {
        return projects.find(projectId).map(ConstructionProject::site);
    }

    @Override
    public List<String> notRegistered(String projectId, Collection<String> personIds) {
        return workers.without(projectId, personIds);
    }

    @Override
    public Money accountBalance(String projectId) {
        return accounts.of(projectId)
                .filter(AccountBook.Standing::open)
                .map(AccountBook.Standing::balance)
                .orElse(Money.ZERO);
    }

    @Override
    public Optional<String> bank(String projectId) {
        return accounts.of(projectId).filter(AccountBook.Standing::open).map(AccountBook.Standing::bankUscc);
    }

    @Override
    public boolean withdraw(String projectId, String payrollId, Money amount) {
        return accounts.withdraw(projectId, payrollId, amount);
    }
}
