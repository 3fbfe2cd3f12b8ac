/// The list of dishonest entities, told by the wage department.
@NullMarked
package cn.sanming.migrant.supervision.honour.messaging;

import org.jspecify.annotations.NullMarked;
