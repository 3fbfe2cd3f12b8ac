/// Sorted maps in a file, with a journal and checksums: what was acknowledged is there, or the file is named.
@NullMarked
package cn.sanming.migrant.platform.embedded.storage;

import org.jspecify.annotations.NullMarked;
