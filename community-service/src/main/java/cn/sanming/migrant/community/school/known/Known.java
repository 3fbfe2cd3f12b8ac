package cn.sanming.migrant.community.school.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What counts for a school place and is known without asking the family (免交材料).
///
/// @param residenceStart earliest day from which a guardian is known to live in the county
/// @param lease          whether a guardian or the child lives in a registered or public rental home there
/// @param pensionMonths  of the better guardian; nothing if nobody could say
/// @param asked          whether the pension department answered: if not, the paper is asked for instead
/// @param here           whether a guardian is known to live or work in Sanming
public record Known(
        @Nullable LocalDate residenceStart,
        boolean lease,
        @Nullable Integer skillLevel,
        boolean honour,
        @Nullable Integer pensionMonths,
        boolean asked,
        boolean here) {

    public static final Known NOTHING = new Known(null, false, null, false, null, false, false);
}
