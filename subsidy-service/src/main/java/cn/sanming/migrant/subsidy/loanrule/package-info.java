/// What the rules say of guaranteed loans (创业担保贷款规则): who may have one, and how much; measure 4.
@NullMarked
package cn.sanming.migrant.subsidy.loanrule;

import org.jspecify.annotations.NullMarked;
