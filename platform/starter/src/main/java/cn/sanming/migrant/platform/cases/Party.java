package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.Actor;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A side of the case (当事人): the role somebody has on this very case because their code or pseudonym stands in it.
///
/// @param field path of that code in the document, for lists
record Party<A extends CaseAggregate>(
        String role, String field, Function<A, @Nullable Object> codes, Function<Actor, @Nullable String> claim) {

    boolean is(A subject, Actor actor) {
        var mine = claim.apply(actor);
        if (mine == null) {
            return false;
        }
        var theirs = codes.apply(subject);
        return theirs instanceof Collection<?> many ? many.contains(mine) : Objects.equals(mine, theirs);
    }
}
