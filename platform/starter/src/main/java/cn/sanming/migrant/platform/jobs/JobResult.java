package cn.sanming.migrant.platform.jobs;

/// What a pass through a job came to: how many cases were handled, and how many parked.
public record JobResult(int handled, int parked) {}
