/// The window (窗口) where work is taken in: one dispatcher that checks role, district, state and guard in that order.
@NullMarked
package cn.sanming.migrant.platform.desk;

import org.jspecify.annotations.NullMarked;
