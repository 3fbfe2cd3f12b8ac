/// The house under all services: technical code that knows no measure.
@NullMarked
package cn.sanming.migrant.platform;

import org.jspecify.annotations.NullMarked;
