package cn.sanming.migrant.supervision.catalogue;

import cn.sanming.migrant.platform.reference.Division;
import cn.sanming.migrant.platform.reference.Divisions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a unit or a county government is called (单位名称).
@Component
public final class UnitNames {

    private final Catalogue catalogue;

    UnitNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public String chinese(String code) {
        return county(code)
                .map(division -> division.name() + "人民政府")
                .or(() -> catalogue.unit(code).map(Unit::name))
                .orElse(code);
    }

    public String english(String code) {
        return county(code)
                .map(division -> "Government of " + division.english())
                .or(() -> catalogue.unit(code).map(Unit::english))
                .orElse(code);
    }

    private Optional<Division> county(String code) {
        return catalogue.countyOf(code).flatMap(Divisions.sanming()::find);
    }
}
