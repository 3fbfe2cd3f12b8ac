package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The one heat alert (高温预警) of a county and day. Its state is its band; a forecast that falls again does not lower
/// it, because people have already arranged their work by it.
@Document("heat_alerts")
final class HeatAlert implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String district;

    @Indexed
    private final LocalDate day;

    private BigDecimal maxTemperature;

    HeatAlert(String id, CaseFile file, String district, LocalDate day, BigDecimal maxTemperature) {
        this.id = id;
        this.file = file;
        this.district = district;
        this.day = day;
        this.maxTemperature = maxTemperature;
    }

    static String idOf(String district, LocalDate day) {
        return Ids.of("ha", district, day.toString());
    }

    static HeatAlert raised(
            String district, LocalDate day, BigDecimal temperature, HeatBand band, CommandContext context) {
        var id = idOf(district, day);
        var alert = new HeatAlert(id, CaseFile.opened(id, band, district, context), district, day, temperature);
        alert.file.record(new HeatAlerted(id, district, day, temperature, band), context);
        return alert;
    }

    /// Takes over a higher forecast; it speaks again when the band rises with it.
    void follow(BigDecimal temperature, HeatBand band, CommandContext context) {
        if (temperature.compareTo(maxTemperature) <= 0) {
            return;
        }
        maxTemperature = temperature;
        if (band.compareTo(band()) > 0) {
            file.move("raise", band.name(), "HR_OFFICER", context, null);
            file.record(new HeatAlerted(id, district, day, temperature, band), context);
        }
    }

    HeatBand band() {
        return HeatBand.valueOf(file.state());
    }

    BigDecimal maxTemperature() {
        return maxTemperature;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String district() {
        return district;
    }

    LocalDate day() {
        return day;
    }
}
