/// MongoDB's commands on the maps of the store, as far as the product needs them; what is not understood is refused.
@NullMarked
package cn.sanming.migrant.platform.embedded.documents;

import org.jspecify.annotations.NullMarked;
