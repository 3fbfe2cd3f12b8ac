/// Traces (链路追踪) by OpenTelemetry: one request can be followed from the door through departments and events.
/// Without an endpoint nothing is recorded, and a trace that came from outside is passed on all the same.
@NullMarked
package cn.sanming.migrant.platform.trace;

import org.jspecify.annotations.NullMarked;
