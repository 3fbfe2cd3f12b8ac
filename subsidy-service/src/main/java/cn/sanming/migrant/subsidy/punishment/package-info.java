/// Joint punishment (联合惩戒): what a blacklisted employer applied for stands still until it leaves the list.
@NullMarked
package cn.sanming.migrant.subsidy.punishment;

import org.jspecify.annotations.NullMarked;
