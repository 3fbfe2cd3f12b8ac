/// The 64 indicators (指标), each computed from events. Facts of one subject come together in a facts of a subject, a
/// formula turns a facts of a subject into items, and a figure adds up the items of a period. A facts of a subject
/// is a set of facts, so the order in which they come and how often they come changes nothing.
@NullMarked
package cn.sanming.migrant.supervision.indicator;

import org.jspecify.annotations.NullMarked;
