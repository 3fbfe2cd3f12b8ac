/// Employers (用人单位) as the public register knows them: who they are, where they sit, who stands for them.
@NullMarked
package cn.sanming.migrant.wage.employer;

import org.jspecify.annotations.NullMarked;
