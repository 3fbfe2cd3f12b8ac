/// The whole city on one machine: broker, store, nine departments and one clock in one process. For newcomers,
/// stories and the training of officers; never for production.
@NullMarked
package cn.sanming.migrant.local;

import org.jspecify.annotations.NullMarked;
