package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Codes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hot days over HTTP: forecasts in, alerts out, records of outdoor work in.
@RestController
class HeatController {

    private final HeatDesk desk;

    HeatController(HeatDesk desk) {
        this.desk = desk;
    }

    record Forecast(
            String district,
            LocalDate day,

            @DecimalMin("-30") @DecimalMax("60") @Digits(integer = 2, fraction = 1)
            BigDecimal maxTemperature) {}

    record Worked(
            String employerUscc,
            String district,
            LocalDate day,
            @Size(max = 40) @Nullable String projectId,
            @Size(min = 1, max = 40) String industry,
            @DecimalMin("0") @DecimalMax("24") BigDecimal hours,
            @Size(max = 24) List<OutdoorWork.Window> windows,
            @Nullable Boolean overtime,
            @PositiveOrZero @Nullable Integer protectedPersons,
            @Size(min = 1, max = 1000) @Nullable String emergencyReason) {

        OutdoorWork work() {
            return new OutdoorWork(
                    industry,
                    hours,
                    windows,
                    Boolean.TRUE.equals(overtime),
                    protectedPersons == null ? 0 : protectedPersons,
                    emergencyReason);
        }
    }

    @PostMapping(HeatDesk.ALERTS)
    Outcome<HeatAlertView> forecast(@Body Forecast body, CommandContext context) {
        var faults = Codes.faults(null, body.district());
        return faults.isEmpty()
                ? desk.forecast(body.district(), body.day(), body.maxTemperature(), context)
                : Codes.refused(faults);
    }

    @GetMapping(HeatDesk.ALERTS)
    Page<HeatAlertView> alerts(
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.alerts(district, day, after, limit);
    }

    @GetMapping(HeatDesk.ALERTS + "/{id}")
    Outcome<HeatAlertView> alert(@PathVariable String id) {
        return desk.alert(id);
    }

    @PostMapping(HeatDesk.RECORDS)
    Outcome<OutdoorWorkRecord.View> record(@Body Worked body, CommandContext context) {
        var faults = Codes.faults(body.employerUscc(), body.district());
        if (body.day().isAfter(context.today())) {
            faults.add(Reason.at("/day", "DATE_IN_THE_FUTURE").required(context.today(), body.day()));
        }
        for (int i = 0; i < body.windows().size(); i++) {
            if (!body.windows().get(i).isForwards()) {
                faults.add(Reason.at("/windows/" + i, "WINDOW_BACKWARDS"));
            }
        }
        return faults.isEmpty()
                ? desk.record(
                        OutdoorWorkRecord.of(
                                body.employerUscc(),
                                body.district(),
                                body.day(),
                                body.projectId(),
                                body.work(),
                                context),
                        context)
                : Codes.refused(faults);
    }

    @GetMapping(HeatDesk.RECORDS)
    Outcome<Page<OutdoorWorkRecord.View>> records(
            @RequestParam(name = "employer_uscc", required = false) @Nullable String employerUscc,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return desk.records(employerUscc, day, state, after, limit, actor);
    }

    @GetMapping(HeatDesk.RECORDS + "/{id}")
    Outcome<OutdoorWorkRecord.View> recorded(@PathVariable String id, Actor actor) {
        return desk.recorded(id, actor);
    }
}
