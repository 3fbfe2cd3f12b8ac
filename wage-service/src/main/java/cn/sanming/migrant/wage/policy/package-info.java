/// The rules of measure 15 (保障农民工工资支付): from the pay day to the blacklist. Each is a pure function of facts and
/// dated figures; the desks decide real cases with the same code the public evaluates.
@NullMarked
package cn.sanming.migrant.wage.policy;

import org.jspecify.annotations.NullMarked;
