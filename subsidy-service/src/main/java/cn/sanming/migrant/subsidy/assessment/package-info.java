/// What the rules say of a claim (审核): each kind by its own rule, with what this department knows of the applicant.
@NullMarked
package cn.sanming.migrant.subsidy.assessment;

import org.jspecify.annotations.NullMarked;
