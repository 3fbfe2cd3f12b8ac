/// Check-ups (体检): regular ones that employers hold for long-term workers (M10.6), and charity ones (M10.7).
@NullMarked
package cn.sanming.migrant.community.health.checkup;

import org.jspecify.annotations.NullMarked;
