/// The implementation plans of the units (实施方案): each unit names a task item for every measure it leads or answers for; the plan is revised in versions.
@NullMarked
package cn.sanming.migrant.supervision.plan;

import org.jspecify.annotations.NullMarked;
