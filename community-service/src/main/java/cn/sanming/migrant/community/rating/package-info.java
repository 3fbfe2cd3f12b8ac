/// What visitors think of a visit (评价, measure 12): one to five stars.
@NullMarked
package cn.sanming.migrant.community.rating;

import org.jspecify.annotations.NullMarked;
