/// The assignments of the action plan (任务分办): every duty of a measure given to one unit with an evidence standard and a working-day deadline; a unit accepts, hands in evidence and another officer verifies it.
@NullMarked
package cn.sanming.migrant.supervision.task;

import org.jspecify.annotations.NullMarked;
