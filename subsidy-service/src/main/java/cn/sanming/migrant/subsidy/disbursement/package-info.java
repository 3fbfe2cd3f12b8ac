/// Approved money goes out in batches (批量拨付): one officer collects, another releases; no case is paid twice.
@NullMarked
package cn.sanming.migrant.subsidy.disbursement;

import org.jspecify.annotations.NullMarked;
