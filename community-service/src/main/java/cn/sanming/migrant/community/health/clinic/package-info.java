/// Clinics in industrial parks (园区医务室, M10.5) and the counts of disease control by park and month (M10.8).
@NullMarked
package cn.sanming.migrant.community.health.clinic;

import org.jspecify.annotations.NullMarked;
