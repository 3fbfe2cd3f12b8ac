/// What the gateway must ask a department before a message can go out.
@NullMarked
package cn.sanming.migrant.gateway.messages.client;

import org.jspecify.annotations.NullMarked;
