/// What every department counts with (基础数据): divisions, the calendar of working days, minimum wages,
/// dictionaries, and the rules of identity numbers, credit codes and dates.
@NullMarked
package cn.sanming.migrant.gateway.reference;

import org.jspecify.annotations.NullMarked;
