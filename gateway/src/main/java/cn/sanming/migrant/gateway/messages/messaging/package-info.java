/// What the gateway hears from the departments, and whom it tells.
@NullMarked
package cn.sanming.migrant.gateway.messages.messaging;

import org.jspecify.annotations.NullMarked;
