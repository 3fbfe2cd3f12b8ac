/// Follow-ups of chronic patients (慢性病患者健康管理, M10.3): hypertension and type-2 diabetes, one visit leads to the next.
@NullMarked
package cn.sanming.migrant.community.health.followup;

import org.jspecify.annotations.NullMarked;
