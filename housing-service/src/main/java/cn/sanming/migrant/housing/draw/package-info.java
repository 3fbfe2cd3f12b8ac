/// Allocation by draw (摇号配租), so that anybody can check it. The hash of a secret seed is published when a round is
/// announced, the list and its hash when it closes, the seed when it is drawn; the result is a pure function of
/// list and seed, and whoever replays it gets the same.
@NullMarked
package cn.sanming.migrant.housing.draw;

import org.jspecify.annotations.NullMarked;
