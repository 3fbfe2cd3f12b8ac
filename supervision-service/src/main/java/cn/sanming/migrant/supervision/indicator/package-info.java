/// The 64 indicators (指标), each computed from events. Facts of one subject come together in a strand, a formula turns
/// a strand into items, and a figure adds up the items of a period. A strand is a set of facts, so the order in which
/// they come and how often they come changes nothing.
@NullMarked
package cn.sanming.migrant.supervision.indicator;

import org.jspecify.annotations.NullMarked;
