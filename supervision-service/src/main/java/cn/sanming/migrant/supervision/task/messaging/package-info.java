/// Alarms of other departments that become tasks.
@NullMarked
package cn.sanming.migrant.supervision.task.messaging;

import org.jspecify.annotations.NullMarked;
