package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.reference.Figures;
import java.math.BigDecimal;

/// How hot a day is for work outdoors (高温等级), from harmless to forbidden; where two bands name a degree, the
/// stricter one counts.
public enum HeatBand {
    NONE,
    ROTATE_NO_OVERTIME,
    MAX_6_HOURS,
    STOP_OUTDOOR;

    static HeatBand of(BigDecimal temperature, Figures figures) {
        if (temperature.compareTo(figures.decimal("wage.heat.stop")) >= 0) {
            return STOP_OUTDOOR;
        }
        if (temperature.compareTo(figures.decimal("wage.heat.max6h")) >= 0) {
            return MAX_6_HOURS;
        }
        return temperature.compareTo(figures.decimal("wage.heat.rotate")) >= 0 ? ROTATE_NO_OVERTIME : NONE;
    }
}
