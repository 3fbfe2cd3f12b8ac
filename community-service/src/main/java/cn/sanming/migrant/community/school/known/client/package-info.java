/// Asking the wage department for what no event tells (部门间查询), and going on without it while it is silent.
@NullMarked
package cn.sanming.migrant.community.school.known.client;

import org.jspecify.annotations.NullMarked;
