package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.YearMonth;

/// Less than the labour cost of a month has arrived on the special account.
@DomainEvent.Type("wage.account.underfunded")
record AccountUnderfunded(
        @JsonIgnore String accountId, String projectId, YearMonth period, Money required, Money received)
        implements DomainEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
