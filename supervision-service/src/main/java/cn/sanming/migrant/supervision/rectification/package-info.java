/// Rectifications (整改): what special supervision rounds (专项督查) found wrong, and whether it was put right; M20.4.
@NullMarked
package cn.sanming.migrant.supervision.rectification;

import org.jspecify.annotations.NullMarked;
