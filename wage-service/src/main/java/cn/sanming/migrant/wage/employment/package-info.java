/// Employments (用工关系): who works for whom since when. The nightly look at the first month, and the answer to other
/// departments how long somebody has worked.
@NullMarked
package cn.sanming.migrant.wage.employment;

import org.jspecify.annotations.NullMarked;
