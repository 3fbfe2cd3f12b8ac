/// Budgets (经费保障) per measure, county and year: what was allocated, and, mirrored from the events of the subsidy
/// department, what is committed and paid; M19.2.
@NullMarked
package cn.sanming.migrant.supervision.budget;

import org.jspecify.annotations.NullMarked;
