package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.known.CityRecords;
import cn.sanming.migrant.community.school.known.Known;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Puts together what a family says and what the city knows of it (信息共享).
@Component
class FamilyMerits {

    private final CityRecords city;

    FamilyMerits(CityRecords city) {
        this.city = city;
    }

    Known known(SchoolEnrolment one, LocalDate on) {
        return city.of(one.guardianIds, one.childId, one.district(), on);
    }

    /// Near home no points are counted, so no paper is asked for.
    Merits of(SchoolEnrolment one, LocalDate on) {
        return of(one, known(one, on));
    }

    Merits of(SchoolEnrolment one, Known known) {
        var merits = Merits.of(one.declared, known, one.handed());
        return one.channel == Channel.POINTS ? merits : merits.withoutPapers();
    }

    boolean inSanming(SchoolEnrolment one, LocalDate on) {
        return city.inSanming(one.guardianIds, on);
    }
}
