/// The HTTP side of identity.
@NullMarked
package cn.sanming.migrant.gateway.identity.web;

import org.jspecify.annotations.NullMarked;
