/// Wage deposits (农民工工资保证金): what stands behind the wages of a project when nobody pays, at a rate that follows
/// from how the general contractor paid so far; 支付条例 art. 32.
@NullMarked
package cn.sanming.migrant.wage.deposit;

import org.jspecify.annotations.NullMarked;
