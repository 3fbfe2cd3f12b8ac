/// Labour agreements (劳务合作协议) with governments and agencies elsewhere; measure 3.
@NullMarked
package cn.sanming.migrant.job.agreement;

import org.jspecify.annotations.NullMarked;
