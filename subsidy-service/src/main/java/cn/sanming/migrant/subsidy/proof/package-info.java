/// What other departments have told us about persons, posts, placements and contracts (佐证): copies of our own, so
/// that a review does not wait for anybody. News may come twice and in any order.
@NullMarked
package cn.sanming.migrant.subsidy.proof;

import org.jspecify.annotations.NullMarked;
