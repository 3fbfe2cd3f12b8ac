package cn.sanming.migrant.community.health.checkup;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Who works where since when, from the wage department; an upsert under the contract's id.
@Component
class CheckUpNews {

    private final CheckUpDesk desk;

    record Contract(String personId, String employerUscc, LocalDate startOn) {}

    CheckUpNews(CheckUpDesk desk) {
        this.desk = desk;
    }

    @OnEvent(value = "wage.contract.signed", id = "invite-to-check-up")
    void signed(Contract contract, Received event) {
        desk.know(new LongTermWork(
                event.subject(),
                contract.personId(),
                contract.employerUscc(),
                String.valueOf(event.district()),
                contract.startOn()));
    }
}
