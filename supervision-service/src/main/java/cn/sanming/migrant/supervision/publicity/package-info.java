/// Publicity (宣传报道): what was said in which media about policy, law, good experience and exemplary people; M21.1,
/// M21.4.
@NullMarked
package cn.sanming.migrant.supervision.publicity;

import org.jspecify.annotations.NullMarked;
