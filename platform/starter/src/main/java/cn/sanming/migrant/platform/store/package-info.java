/// What the documents need from the store: converters, and indexes that are created when the store is there.
@NullMarked
package cn.sanming.migrant.platform.store;

import org.jspecify.annotations.NullMarked;
