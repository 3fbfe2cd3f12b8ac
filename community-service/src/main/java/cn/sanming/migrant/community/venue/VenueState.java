package cn.sanming.migrant.community.venue;

/// The states of machine Venue.
enum VenueState {
    OPEN,
    RETIRED
}
