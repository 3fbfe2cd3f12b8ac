/// Subsidies (补贴): every grant and guaranteed loan, budgets and payment batches; the money of measures 2, 3, 4, 6.
@NullMarked
package cn.sanming.migrant.subsidy;

import org.jspecify.annotations.NullMarked;
