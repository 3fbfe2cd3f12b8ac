/// HTTP manners: problems with all errors at once, idempotent POSTs, cursors, entity tags.
@NullMarked
package cn.sanming.migrant.platform.web;

import org.jspecify.annotations.NullMarked;
