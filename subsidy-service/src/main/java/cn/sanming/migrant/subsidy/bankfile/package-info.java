/// The files between office and bank (代发清单、回盘文件): only the bank's word makes a case a paid one. Accounts are open
/// text in the bank file and nowhere else.
@NullMarked
package cn.sanming.migrant.subsidy.bankfile;

import org.jspecify.annotations.NullMarked;
