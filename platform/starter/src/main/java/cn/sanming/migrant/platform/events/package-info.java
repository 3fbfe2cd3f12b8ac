/// Nothing lost, nothing counted twice: relay and sweeper for the outbox, inbox for consumers, dead letters and replay.
@NullMarked
package cn.sanming.migrant.platform.events;

import org.jspecify.annotations.NullMarked;
