/// Rewards for agencies (用工服务奖补) that bring workers to private enterprises of Sanming; measure 3.
@NullMarked
package cn.sanming.migrant.subsidy.agency;

import org.jspecify.annotations.NullMarked;
