/// What officers have to do by when (待办与期限): every deadline of this department in one list.
@NullMarked
package cn.sanming.migrant.job.worklist;

import org.jspecify.annotations.NullMarked;
