/// National and provincial reference data as values: identity numbers, credit codes, divisions, the working
/// calendar, minimum wages, money, and the dated parameters of every rule. Nothing here knows a framework, a clock
/// or a database: each answer depends only on its arguments and on data files that carry their citation. All values
/// are immutable and may be shared between threads, except [cn.sanming.migrant.platform.reference.Figures], which
/// belongs to one decision.
@NullMarked
package cn.sanming.migrant.platform.reference;

import org.jspecify.annotations.NullMarked;
