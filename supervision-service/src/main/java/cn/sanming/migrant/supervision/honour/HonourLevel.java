package cn.sanming.migrant.supervision.honour;

/// Who gives the title.
enum HonourLevel {
    CITY,
    COUNTY
}
