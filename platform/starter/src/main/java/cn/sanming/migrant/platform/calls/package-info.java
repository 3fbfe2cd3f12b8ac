/// Questions to other departments (部门间查询): with our own token, a time limit, one more try, a circuit breaker, and
/// an answer of our own when the other side stays silent. A room declares a Feign interface with {@link CallFeign}
/// and asks it through a {@link Line}.
@NullMarked
package cn.sanming.migrant.platform.calls;

import org.jspecify.annotations.NullMarked;
