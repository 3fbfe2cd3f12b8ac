package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Marks the entries of a listed employer that is late with wages again.
@Component
public class NewArrears {

    private final Cases cases;
    private final BlacklistDesk desk;
    private final BlacklistRegister register;

    NewArrears(Cases cases, BlacklistDesk desk, BlacklistRegister register) {
        this.cases = cases;
        this.desk = desk;
        this.register = register;
    }

    /// Wages that fell due before the listing are not new; a mark once made stays.
    public void mark(String employerUscc, LocalDate dueOn, CommandContext context) {
        for (var entry : register.inForce(employerUscc)) {
            var listing = entry.listing();
            if (listing != null
                    && !dueOn.isBefore(listing.on())
                    && entry.conduct().newArrearsDueOn() == null) {
                cases.fire(entry.id(), BlacklistDesk.NOTE_ARREARS, new BlacklistDesk.LateWages(dueOn), context)
                        .orRetry();
            }
        }
    }
}
