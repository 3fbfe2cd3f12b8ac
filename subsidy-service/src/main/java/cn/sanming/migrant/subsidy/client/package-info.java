/// Questions to the training, job and wage departments (部门间查询) whose answer cannot wait, each with an answer of our
/// own when the other side stays silent.
@NullMarked
package cn.sanming.migrant.subsidy.client;

import org.jspecify.annotations.NullMarked;
