/// Rest stations (爱心驿站, measure 16): somewhere to sit, drink, warm food and cool down, and how to find the nearest.
@NullMarked
package cn.sanming.migrant.community.station;

import org.jspecify.annotations.NullMarked;
