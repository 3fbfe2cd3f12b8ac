/// Jobs (就业): vacancies, fairs, recommendations, unemployment registration, welfare posts, labour agreements;
/// measures 1, 2, 3.
@NullMarked
package cn.sanming.migrant.job;

import org.jspecify.annotations.NullMarked;
