/// Special accounts (农民工工资专用账户): one bank account per project, only for wages, filled by the owner every month and
/// closed only when nobody is owed anything; 支付条例 art. 26, 27, 29, 31, 33.
@NullMarked
package cn.sanming.migrant.wage.account;

import org.jspecify.annotations.NullMarked;
