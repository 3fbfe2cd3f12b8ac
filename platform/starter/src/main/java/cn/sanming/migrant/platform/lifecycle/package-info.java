/// Life cycles as data: closed tables of (state, command, who) -> state, read from YAML and served over HTTP.
@NullMarked
package cn.sanming.migrant.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
