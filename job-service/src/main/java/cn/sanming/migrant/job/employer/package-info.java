/// This department's own copy of what it must know about employers: who is blacklisted (失信联合惩戒).
@NullMarked
package cn.sanming.migrant.job.employer;

import org.jspecify.annotations.NullMarked;
