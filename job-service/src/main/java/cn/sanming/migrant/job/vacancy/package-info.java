/// Vacancies (用工信息): what employers and agencies offer, moderated, published, hidden and closed; measure 1.
@NullMarked
package cn.sanming.migrant.job.vacancy;

import org.jspecify.annotations.NullMarked;
