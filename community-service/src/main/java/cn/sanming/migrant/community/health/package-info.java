/// Health of migrant workers and their families (健康服务): records, follow-ups, vaccination.
@NullMarked
package cn.sanming.migrant.community.health;

import org.jspecify.annotations.NullMarked;
