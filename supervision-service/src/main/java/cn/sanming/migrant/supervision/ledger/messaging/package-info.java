/// The one way into the ledger: all topics of the house.
@NullMarked
package cn.sanming.migrant.supervision.ledger.messaging;

import org.jspecify.annotations.NullMarked;
