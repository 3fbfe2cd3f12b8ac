package cn.sanming.migrant.community.station;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// A hot day of a county (高温日): its rest stations stay open longer.
///
/// @param since the time of the news it rests on: older news change nothing
@Document("heat_days")
record HeatDay(@Id String id, String district, LocalDate day, String band, LocalTime openUntil, Instant since) {

    static String idOf(String district, LocalDate day) {
        return district + '|' + day;
    }
}
