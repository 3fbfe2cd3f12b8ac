package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a site asks of its wage deposit (工资保证金); `wage.deposit` answers.
public interface DepositBook {

    Optional<Standing> of(String projectId);

    /// The deposit today.
    ///
    /// @param inOrder lodged or exempt
    /// @param topupBy last day to fill it up again after it was drawn
    record Standing(
            String depositId,
            String state,
            boolean inOrder,
            Money amount,
            @Nullable LocalDate topupBy) {}
}
