/// News of the wage department about arrears.
@NullMarked
package cn.sanming.migrant.legalaid.arrears.messaging;

import org.jspecify.annotations.NullMarked;
