/// The regular collection of vacancies (企业用工信息定期征集): every period each active employer is asked; measure 1.
@NullMarked
package cn.sanming.migrant.job.collection;

import org.jspecify.annotations.NullMarked;
