/// The ledger (台账): every event of every department once, findable by whom and what it concerns. Timelines are read
/// from it and from nothing else. It keeps no health data of persons: supervision sees counts.
@NullMarked
package cn.sanming.migrant.supervision.ledger;

import org.jspecify.annotations.NullMarked;
