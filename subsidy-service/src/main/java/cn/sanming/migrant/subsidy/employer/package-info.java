/// This department's own copy of who is blacklisted (失信联合惩戒).
@NullMarked
package cn.sanming.migrant.subsidy.employer;

import org.jspecify.annotations.NullMarked;
