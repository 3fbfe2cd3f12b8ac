package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.reference.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What a site answers to whoever pays wages on it: who is registered (实名制), and what its special account (工资专用账户)
/// holds; 支付条例 art. 28, 31.
public interface SiteRegister {

    Optional<Site> find(String projectId);

    /// Those of the workers who never entered this site by the real-name register, in the order given.
    List<String> notRegistered(String projectId, Collection<String> personIds);

    /// Nothing where the project has no open account.
    Money accountBalance(String projectId);

    /// The bank that keeps the open special account; wages of this site are paid by no other.
    Optional<String> bank(String projectId);

    /// Takes the total of one payroll out of the account, once however often it is asked.
    ///
    /// @return whether it is taken; false when the balance does not reach or no account is open
    boolean withdraw(String projectId, String payrollId, Money amount);
}
