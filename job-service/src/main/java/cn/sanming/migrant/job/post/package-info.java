/// Public-welfare posts (公益性岗位) for people who find no work by themselves; measure 2.
@NullMarked
package cn.sanming.migrant.job.post;

import org.jspecify.annotations.NullMarked;
