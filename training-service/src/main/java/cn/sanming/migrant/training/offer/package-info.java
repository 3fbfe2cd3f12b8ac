/// What this department offers a worker unasked (主动推送): classes, appraisals and competitions that fit.
@NullMarked
package cn.sanming.migrant.training.offer;

import org.jspecify.annotations.NullMarked;
