/// What the rules of this department share: how predicates are listed and told.
@NullMarked
package cn.sanming.migrant.subsidy.policy;

import org.jspecify.annotations.NullMarked;
