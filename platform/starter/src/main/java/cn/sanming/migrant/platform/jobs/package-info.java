/// Scheduled work: what is due by index on a business date, one handler for each case, run once in the cluster under a
/// lease; what fails is parked and tried again.
@NullMarked
package cn.sanming.migrant.platform.jobs;

import org.jspecify.annotations.NullMarked;
