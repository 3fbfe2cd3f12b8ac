/// The list of dishonest entities for wage arrears (失信联合惩戒对象名单), from the notice to the removal; Order 45.
@NullMarked
package cn.sanming.migrant.wage.blacklist;

import org.jspecify.annotations.NullMarked;
