/// Training (培训): classes, appraisals, certificates, competitions; measures 5, 6, 7.
@NullMarked
package cn.sanming.migrant.training;

import org.jspecify.annotations.NullMarked;
