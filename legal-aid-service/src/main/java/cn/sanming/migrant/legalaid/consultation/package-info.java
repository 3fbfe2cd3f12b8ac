/// Free legal advice (法律咨询) by hotline, app and counter, every day of the week.
@NullMarked
package cn.sanming.migrant.legalaid.consultation;

import org.jspecify.annotations.NullMarked;
