package cn.sanming.migrant.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobResult;
import cn.sanming.migrant.platform.jobs.JobRunner;
import java.time.LocalDate;

/// Nights that a test lets pass.
public final class Nights {

    private Nights() {}

    /// A job's run of one day, whether or not it has run before; no case may fail.
    public static JobResult run(JobRunner jobs, String job, String day) {
        var result = jobs.runAgain(job, LocalDate.parse(day)).orElseThrow();
        assertThat(result.parked()).as("cases that %s could not handle", job).isZero();
        return result;
    }
}
