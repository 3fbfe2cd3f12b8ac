/// Why an application was decided as it was (说明理由), in words an applicant understands.
@NullMarked
package cn.sanming.migrant.subsidy.explanation;

import org.jspecify.annotations.NullMarked;
