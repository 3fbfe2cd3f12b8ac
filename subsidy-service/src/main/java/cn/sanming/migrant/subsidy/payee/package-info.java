/// Where applicants want their money (收款账户).
@NullMarked
package cn.sanming.migrant.subsidy.payee;

import org.jspecify.annotations.NullMarked;
