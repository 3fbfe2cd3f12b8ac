/// Approved money goes out in batches (批量拨付): one officer collects, another releases, the bank gets a file and
/// answers with a file. Only the bank's word makes a case a paid one, and no case is paid twice. Accounts are open
/// text in the bank file and nowhere else.
@NullMarked
package cn.sanming.migrant.subsidy.payment;

import org.jspecify.annotations.NullMarked;
