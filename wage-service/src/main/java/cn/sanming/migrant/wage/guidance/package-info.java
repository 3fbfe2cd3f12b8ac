/// Visits to employers (用工指导): construction, mining, domestic work; measure M14.2.
@NullMarked
package cn.sanming.migrant.wage.guidance;

import org.jspecify.annotations.NullMarked;
