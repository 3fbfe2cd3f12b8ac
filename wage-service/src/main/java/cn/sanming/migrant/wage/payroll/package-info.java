/// Payrolls (工资表): one per project, employer and month, from the signed sheet to the credit on every worker's card.
@NullMarked
package cn.sanming.migrant.wage.payroll;

import org.jspecify.annotations.NullMarked;
