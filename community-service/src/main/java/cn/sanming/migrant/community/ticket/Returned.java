package cn.sanming.migrant.community.ticket;

import java.time.Instant;

/// A ticket that was given back (退号), by whom and when; the place went to the first who waited.
public record Returned(String personId, Instant at, String by) {}
