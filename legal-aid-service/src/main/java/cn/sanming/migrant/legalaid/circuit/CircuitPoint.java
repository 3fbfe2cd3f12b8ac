package cn.sanming.migrant.legalaid.circuit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A place where hearings are held or people are served (巡回点), on the days of its calendar.
@Document("circuit_points")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CircuitPoint(
        @Id String id,
        @Version @Nullable Long version,
        String name,
        Kind kind,
        String address,
        @Indexed String district,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<LocalDate> calendar) {

    /// Hearings are held here, or only advice and papers are given.
    enum Kind {
        HEARING,
        SERVICE
    }

    private static final double EARTH_RADIUS_KM = 6371.0;

    CircuitPoint withCalendar(List<LocalDate> days) {
        return new CircuitPoint(id, version, name, kind, address, district, latitude, longitude, days);
    }

    /// How far it is as the crow flies, in kilometres; unknown without coordinates.
    @Nullable
    Double distanceTo(double fromLatitude, double fromLongitude) {
        if (latitude == null || longitude == null) {
            return null;
        }
        double north = Math.toRadians(latitude - fromLatitude) / 2;
        double east = Math.toRadians(longitude - fromLongitude) / 2;
        double haversine = Math.sin(north) * Math.sin(north)
                + Math.cos(Math.toRadians(fromLatitude))
                        * Math.cos(Math.toRadians(latitude))
                        * Math.sin(east)
                        * Math.sin(east);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
