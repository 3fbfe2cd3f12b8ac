/// Unemployment registration (失业登记) of migrant workers after six months of residence; measure 2.
@NullMarked
package cn.sanming.migrant.job.unemployment;

import org.jspecify.annotations.NullMarked;
