/// News of the wage department about arrears.
@NullMarked
package cn.sanming.migrant.housing.arrears.messaging;

import org.jspecify.annotations.NullMarked;
