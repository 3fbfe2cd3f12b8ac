/// Opening hours (开放时间) of venues and rest stations.
@NullMarked
package cn.sanming.migrant.community.opening;

import org.jspecify.annotations.NullMarked;
