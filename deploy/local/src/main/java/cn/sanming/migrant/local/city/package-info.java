/// The city as an engine: broker, store, one clock, and the departments, each in a class loader of its own, once or
/// several times.
@NullMarked
package cn.sanming.migrant.local.city;

import org.jspecify.annotations.NullMarked;
