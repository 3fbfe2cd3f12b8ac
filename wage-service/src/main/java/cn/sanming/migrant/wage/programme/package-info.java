/// Plans and their yearly targets (行动计划): harmonious labour relations, pension coverage, injury prevention; M14.1,
/// M16.1, M16.5.
@NullMarked
package cn.sanming.migrant.wage.programme;

import org.jspecify.annotations.NullMarked;
