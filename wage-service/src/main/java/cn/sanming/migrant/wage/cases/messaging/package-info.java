/// What the inspection hears: of its own defaulted orders, and of disputes before arbitration.
@NullMarked
package cn.sanming.migrant.wage.cases.messaging;

import org.jspecify.annotations.NullMarked;
