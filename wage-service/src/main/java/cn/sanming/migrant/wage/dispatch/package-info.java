/// Dispatched labour (劳务派遣): reports of head counts and the ten-percent line; 劳务派遣暂行规定 art. 4.
@NullMarked
package cn.sanming.migrant.wage.dispatch;

import org.jspecify.annotations.NullMarked;
