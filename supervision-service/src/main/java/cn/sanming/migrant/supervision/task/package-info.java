/// Tasks (督查任务): what the units have to do and by when. The policy is fanned out to lead unit, responsible units
/// and counties, and alarms of other departments become tasks; who is late is escalated.
@NullMarked
package cn.sanming.migrant.supervision.task;

import org.jspecify.annotations.NullMarked;
