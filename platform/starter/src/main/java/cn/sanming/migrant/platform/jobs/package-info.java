/// Scheduled work as a function of the business date, run once in the cluster under a lease.
@NullMarked
package cn.sanming.migrant.platform.jobs;

import org.jspecify.annotations.NullMarked;
