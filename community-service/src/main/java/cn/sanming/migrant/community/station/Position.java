package cn.sanming.migrant.community.station;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/// A point on the map (坐标), in the same system as the map that shows it (GCJ-02 in WeChat).
record Position(
        @DecimalMin("-90") @DecimalMax("90") double latitude,
        @DecimalMin("-180") @DecimalMax("180") double longitude) {

    private static final double EARTH_RADIUS_METRES = 6_371_000.0;

    /// As the crow flies (haversine).
    double metresTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double haversine = Math.sin(north) * Math.sin(north)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(east)
                        * Math.sin(east);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /// How far it is at least to anything beyond a circle of latitude.
    double metresToLatitude(double border) {
        return EARTH_RADIUS_METRES * Math.toRadians(Math.abs(border - latitude));
    }

    /// How far it is at least to anything beyond a meridian less than a quarter of the world away.
    double metresToLongitude(double border) {
        double across = Math.cos(Math.toRadians(latitude)) * Math.sin(Math.toRadians(Math.abs(border - longitude)));
        return EARTH_RADIUS_METRES * Math.asin(Math.min(1, across));
    }
}
