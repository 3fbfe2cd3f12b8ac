/// Rest stations (爱心驿站).
@NullMarked
package cn.sanming.migrant.community.station;

import org.jspecify.annotations.NullMarked;
