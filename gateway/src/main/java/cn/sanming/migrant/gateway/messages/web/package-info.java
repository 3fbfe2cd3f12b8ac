/// The HTTP side of messages and notices.
@NullMarked
package cn.sanming.migrant.gateway.messages.web;

import org.jspecify.annotations.NullMarked;
