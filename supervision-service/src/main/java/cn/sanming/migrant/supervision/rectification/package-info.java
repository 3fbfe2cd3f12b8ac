/// Rectifications (整改): a shortcoming found by supervision, issued to one unit with a deadline, closed only on evidence; what passes its deadline is escalated.
@NullMarked
package cn.sanming.migrant.supervision.rectification;

import org.jspecify.annotations.NullMarked;
