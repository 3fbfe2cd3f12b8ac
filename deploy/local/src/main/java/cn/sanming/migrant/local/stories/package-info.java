/// The stories of the specification, lived through the public API by the people of the demonstration.
@NullMarked
package cn.sanming.migrant.local.stories;

import org.jspecify.annotations.NullMarked;
