/// School enrolment of migrant children (随迁子女入学): application, age, points, publicity, placing, waiting list. No
/// child is refused for lack of seats, and no family is asked for a paper that the city already has.
@NullMarked
package cn.sanming.migrant.community.school.enrolment;

import org.jspecify.annotations.NullMarked;
