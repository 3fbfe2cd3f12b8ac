/// Skill competitions (职业技能竞赛) and the awards they grant; measure 7.
@NullMarked
package cn.sanming.migrant.training.competition;

import org.jspecify.annotations.NullMarked;
