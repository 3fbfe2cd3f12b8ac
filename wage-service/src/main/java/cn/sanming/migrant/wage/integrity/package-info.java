/// The wage record of an employer (工资支付诚信记录): arrears, orders, listings, published violations and plates of
/// honour in one answer for officers.
@NullMarked
package cn.sanming.migrant.wage.integrity;

import org.jspecify.annotations.NullMarked;
