/// Guaranteed start-up loans (创业担保贷款) for persons and small enterprises; measure 4.
@NullMarked
package cn.sanming.migrant.subsidy.loan;

import org.jspecify.annotations.NullMarked;
