package cn.sanming.migrant.community.partner;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// A listed firm is no partner of any activity or course (联合惩戒) until it leaves the list.
@Component
class BlacklistReaction {

    private final ListedFirms firms;
    private final List<PartnerBook> books;
    private final Clock clock;

    record Listed(String employerUscc) {}

    BlacklistReaction(ListedFirms firms, List<PartnerBook> books, Clock clock) {
        this.firms = firms;
        this.books = books;
        this.clock = clock;
    }

    @OnEvent(value = "wage.blacklist.listed", id = "exclude-blacklisted-employer")
    void listed(Listed payload, Received event) {
        if (firms.note(payload.employerUscc(), true, event.time())) {
            books.forEach(book -> book.dismiss(payload.employerUscc(), event.react(clock.instant())));
        }
    }

    @OnEvent(value = "wage.blacklist.removed", id = "readmit-cleared-employer")
    void removed(Listed payload, Received event) {
        firms.note(payload.employerUscc(), false, event.time());
    }
}
