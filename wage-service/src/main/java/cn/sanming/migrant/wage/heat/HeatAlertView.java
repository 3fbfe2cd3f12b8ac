package cn.sanming.migrant.wage.heat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A hot day as employers and workers see it; without an id where the day is not hot enough for an alert.
///
/// @param general      what holds for every industry
/// @param construction what holds on construction sites
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeatAlertView(
        @Nullable String id,
        String district,
        LocalDate day,
        String maxTemperature,
        HeatBand band,
        HeatBands.Finding general,
        HeatBands.Finding construction) {}
