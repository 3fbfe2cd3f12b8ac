package cn.sanming.migrant.supervision.honour;

import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A nomination as officers and the nominee see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record HonourView(
        String id,
        String state,
        String personId,
        int year,
        HonourLevel level,
        @Nullable String district,
        String nominatedBy,
        String merits,
        @Nullable Integer votes,
        @Nullable LocalDate objectionUntil,
        @Nullable LocalDate grantFrom,
        @Nullable LocalDate grantedOn,
        @Nullable Decision<HonourDisqualified.Finding> decision) {

    static HonourView of(HonourNomination honour) {
        return new HonourView(
                honour.id(),
                honour.file().state(),
                honour.personId(),
                honour.year(),
                honour.level(),
                honour.file().district(),
                honour.nominatedBy(),
                honour.merits(),
                honour.votes(),
                honour.objectionUntil(),
                honour.grantFrom(),
                honour.grantedOn(),
                honour.decision());
    }
}
