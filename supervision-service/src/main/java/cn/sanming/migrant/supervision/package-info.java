/// Supervision (督查): plans, tasks, budgets, indicators and the tracking of all 21 measures; measures 19, 20, 21.
@NullMarked
package cn.sanming.migrant.supervision;

import org.jspecify.annotations.NullMarked;
