/// Social insurance of migrant workers (社会保险): records by scheme, and the work-injury policy of a construction project.
@NullMarked
package cn.sanming.migrant.wage.insurance;

import org.jspecify.annotations.NullMarked;
