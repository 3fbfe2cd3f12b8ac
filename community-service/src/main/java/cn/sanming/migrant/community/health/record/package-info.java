/// Health records of workers and their families (居民健康档案, M10.1), and the invitation to open one.
@NullMarked
package cn.sanming.migrant.community.health.record;

import org.jspecify.annotations.NullMarked;
