/// The duties of 保障农民工工资支付条例 on one site: each with what was found, its clause and what a breach costs, and the
/// five systems (五项制度) in one line.
@NullMarked
package cn.sanming.migrant.wage.duties;

import org.jspecify.annotations.NullMarked;
