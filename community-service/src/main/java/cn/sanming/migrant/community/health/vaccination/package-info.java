/// Vaccination of children where they live (预防接种, M10.4; 疫苗管理法 art. 47): hukou is never asked.
@NullMarked
package cn.sanming.migrant.community.health.vaccination;

import org.jspecify.annotations.NullMarked;
