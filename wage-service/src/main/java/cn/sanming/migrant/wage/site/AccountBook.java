package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a site asks of its special account (工资专用账户); `wage.account` answers.
public interface AccountBook {

    Optional<Standing> of(String projectId);

    /// Takes the total of one payroll out of the account, once however often it is asked.
    boolean withdraw(String projectId, String payrollId, Money amount);

    /// The account today.
    ///
    /// @param bankUscc    the bank that keeps it
    /// @param open        wages can be paid from it
    /// @param openBy      last day to open it after the construction contract
    /// @param underfunded months in which less arrived than the labour cost, and still does
    record Standing(
            String accountId,
            String bankUscc,
            String state,
            boolean open,
            LocalDate openBy,
            @Nullable LocalDate openedOn,
            Money balance,
            List<YearMonth> underfunded) {

        public Standing {
            underfunded = List.copyOf(underfunded);
        }
    }
}
