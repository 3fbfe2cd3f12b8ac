package cn.sanming.migrant.community.venue;

/// What kind of house it is (场馆类别): 图书馆、文化馆、美术馆、有声书屋.
enum VenueKind {
    LIBRARY,
    CULTURE_CENTRE,
    ART_GALLERY,
    AUDIO_BOOK_ROOM,
    OTHER
}
