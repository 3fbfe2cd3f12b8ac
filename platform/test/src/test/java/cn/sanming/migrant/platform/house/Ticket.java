package cn.sanming.migrant.platform.house;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("tickets")
final class Ticket implements CaseAggregate {

    enum State {
        OPEN,
        CHECKED,
        DONE,
        DROPPED
    }

    @DomainEvent.Type("ticket.ticket.finished")
    record Finished(
            @JsonIgnore String ticketId,
            Money amount,
            LocalDate finishedOn,
            @Nullable String note) implements DomainEvent {
        @Override
        public String subject() {
            return ticketId;
        }
    }

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;

    @Indexed(unique = true)
    final String number;

    final String owner;

    final Money amount;

    Ticket(String id, CaseFile file, String number, String owner, Money amount) {
        this.id = id;
        this.file = file;
        this.number = number;
        this.owner = owner;
        this.amount = amount;
    }

    static Ticket open(String number, String owner, Money amount, String district, CommandContext context) {
        var id = Ids.next("ti");
        return new Ticket(id, CaseFile.opened(id, State.OPEN, district, context), number, owner, amount);
    }

    void finish(CommandContext context) {
        file.record(new Finished(id, amount, context.today(), null), context);
        file.record(new Finished(id, amount, context.today(), "again"), context);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }
}
