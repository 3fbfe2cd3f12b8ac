/// Wages (工资): contracts, payrolls, arrears, cases, blacklist, injuries; measures 14, 15, 16.
@NullMarked
package cn.sanming.migrant.wage;

import org.jspecify.annotations.NullMarked;
