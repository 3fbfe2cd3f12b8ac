/// The words everybody speaks (通用语言): who acts, on what, with what outcome. It knows nobody.
@NullMarked
package cn.sanming.migrant.platform.kernel;

import org.jspecify.annotations.NullMarked;
