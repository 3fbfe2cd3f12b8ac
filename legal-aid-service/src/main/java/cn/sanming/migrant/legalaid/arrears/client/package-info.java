/// Asking the wage department (部门间查询): with a time limit, one more try, a circuit breaker, and an answer of our own
/// when it stays silent.
@NullMarked
package cn.sanming.migrant.legalaid.arrears.client;

import org.jspecify.annotations.NullMarked;
