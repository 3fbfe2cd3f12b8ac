/// Training classes and enrolments (职业技能培训), and the 5,000 person-times a year; measure 5.
@NullMarked
package cn.sanming.migrant.training.course;

import org.jspecify.annotations.NullMarked;
