/// Coverage (落实情况): for each promise of a measure what delivers it, by which figures, how it stands and who answers for
/// it. The capabilities are data; a test holds each against the contracts, rules and life cycles of its department.
@NullMarked
package cn.sanming.migrant.supervision.coverage;

import org.jspecify.annotations.NullMarked;
