/// News of the wage department about who works where.
@NullMarked
package cn.sanming.migrant.housing.work.messaging;

import org.jspecify.annotations.NullMarked;
