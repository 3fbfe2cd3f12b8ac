/// This department's own copy of which organisers are blacklisted (失信联合惩戒).
@NullMarked
package cn.sanming.migrant.training.employer;

import org.jspecify.annotations.NullMarked;
