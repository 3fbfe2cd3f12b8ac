/// What employments learn from the job department: who was placed where.
@NullMarked
package cn.sanming.migrant.wage.employment.messaging;

import org.jspecify.annotations.NullMarked;
