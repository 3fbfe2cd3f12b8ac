/// Appraisal subsidies (鉴定补贴): entitlements that a new certificate opens by itself; measure 6.
@NullMarked
package cn.sanming.migrant.subsidy.appraisal;

import org.jspecify.annotations.NullMarked;
