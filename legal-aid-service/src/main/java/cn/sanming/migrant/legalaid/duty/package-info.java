/// Lawyers on duty (值班律师) every day of the year, weekends and holidays included (周末无休).
@NullMarked
package cn.sanming.migrant.legalaid.duty;

import org.jspecify.annotations.NullMarked;
