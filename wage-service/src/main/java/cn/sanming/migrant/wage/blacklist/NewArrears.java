package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Marks the entries of a listed employer that is late with wages again.
@Component
public class NewArrears {

    private final Dockets dockets;
    private final BlacklistDesk desk;
    private final BlacklistRegister register;

    NewArrears(Dockets dockets, BlacklistDesk desk, BlacklistRegister register) {
        this.dockets = dockets;
        this.desk = desk;
        this.register = register;
    }

    /// Wages that fell due before the listing are not new; a mark once made stays.
    public void mark(String employerUscc, LocalDate dueOn, Act act) {
        for (var entry : register.inForce(employerUscc)) {
            var listing = entry.listing();
            if (listing != null
                    && !dueOn.isBefore(listing.on())
                    && entry.conduct().newArrearsDueOn() == null) {
                dockets.fire(desk.docket(), entry.id(), "note_arrears", new BlacklistDesk.LateWages(dueOn), act);
            }
        }
    }
}
