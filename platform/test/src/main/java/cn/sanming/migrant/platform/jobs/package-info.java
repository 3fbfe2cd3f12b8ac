/// What tests need to know of the jobs of a service.
@NullMarked
package cn.sanming.migrant.platform.jobs;

import org.jspecify.annotations.NullMarked;
