/// Rules of the measures as pure functions, decided and evaluated over HTTP by the same code, with steps and clauses.
@NullMarked
package cn.sanming.migrant.platform.rules;

import org.jspecify.annotations.NullMarked;
