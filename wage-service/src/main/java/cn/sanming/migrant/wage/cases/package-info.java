/// Arrears cases (欠薪案件) of the labour inspection: from the clue over the order to pay and the decision to the last
/// yuan; 劳动保障监察条例 and 保障农民工工资支付条例.
@NullMarked
package cn.sanming.migrant.wage.cases;

import org.jspecify.annotations.NullMarked;
