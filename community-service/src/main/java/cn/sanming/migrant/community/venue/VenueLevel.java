package cn.sanming.migrant.community.venue;

/// Whose house it is (各级).
enum VenueLevel {
    CITY,
    COUNTY,
    TOWN
}
