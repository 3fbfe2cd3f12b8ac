/// The degree programme for migrant workers (求学圆梦); measure 5.
@NullMarked
package cn.sanming.migrant.training.degree;

import org.jspecify.annotations.NullMarked;
