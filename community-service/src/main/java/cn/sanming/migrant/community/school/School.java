package cn.sanming.migrant.community.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// A school of compulsory education (学校) and how far it is on the way to the standard (义务教育管理标准化学校, M08.6).
///
/// @param unit the code by which the school's own users are known; its id unless it has another
@Document("schools")
@CompoundIndex(def = "{'district': 1, 'stage': 1}")
public record School(
        @Id String id,
        @Version @Nullable Long version,
        String name,
        String district,
        Stage stage,
        boolean open,
        String unit,
        @Nullable Place place,
        Standard standard,
        @Nullable LocalDate certifiedOn) {

    /// Where the school stands on the way to the standard.
    public enum Standard {
        NONE,
        APPLIED,
        CERTIFIED
    }

    /// A point on the map (坐标), WGS 84.
    public record Place(double longitude, double latitude) {

        private static final double EARTH = 6_371_000;

        /// Distance in metres along the surface of the earth.
        public double to(Place other) {
            var dLat = Math.toRadians(other.latitude - latitude);
            var dLon = Math.toRadians(other.longitude - longitude);
            var a = Math.pow(Math.sin(dLat / 2), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * Math.pow(Math.sin(dLon / 2), 2);
            return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, a)));
        }
    }

    School at(Standard next, @Nullable LocalDate on) {
        return new School(id, version, name, district, stage, open, unit, place, next, on);
    }
}
