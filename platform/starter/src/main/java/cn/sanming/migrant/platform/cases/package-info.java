/// Cases (办件): what a kind of case is, the one dispatcher that checks role, district, state and guard in that
/// order, and the HTTP side that every kind has.
@NullMarked
package cn.sanming.migrant.platform.cases;

import org.jspecify.annotations.NullMarked;
