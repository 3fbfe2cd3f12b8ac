/// Skill appraisals and certificates (职业技能鉴定), local and across regions; measure 6.
@NullMarked
package cn.sanming.migrant.training.appraisal;

import org.jspecify.annotations.NullMarked;
