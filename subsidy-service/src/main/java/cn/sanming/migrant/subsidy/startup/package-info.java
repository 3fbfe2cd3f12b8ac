/// Start-up subsidies (创业补贴) and subsidies for the jobs that start-ups create; measure 4.
@NullMarked
package cn.sanming.migrant.subsidy.startup;

import org.jspecify.annotations.NullMarked;
