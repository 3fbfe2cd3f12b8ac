/// Who may do what: the actor behind a bearer token, and the chain that refuses everything else.
@NullMarked
package cn.sanming.migrant.platform.security;

import org.jspecify.annotations.NullMarked;
