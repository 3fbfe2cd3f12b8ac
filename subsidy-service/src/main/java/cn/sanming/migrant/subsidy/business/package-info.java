/// Follow-up (跟踪服务) of new businesses after 1, 3, 6 and 12 months; measure 4.
@NullMarked
package cn.sanming.migrant.subsidy.business;

import org.jspecify.annotations.NullMarked;
