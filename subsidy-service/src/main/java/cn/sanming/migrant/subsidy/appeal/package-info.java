/// Who disagrees with a decision says so (异议复核): the appeal names the decision it is against, is decided by
/// somebody who had no part in it, and if upheld leads back to a review by other people.
@NullMarked
package cn.sanming.migrant.subsidy.appeal;

import org.jspecify.annotations.NullMarked;
