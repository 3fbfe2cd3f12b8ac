/// Which department answers which path, how long it may take, and what a caller hears when it does not answer.
@NullMarked
package cn.sanming.migrant.gateway.routing;

import org.jspecify.annotations.NullMarked;
