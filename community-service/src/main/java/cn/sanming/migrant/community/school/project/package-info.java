/// Building and extending schools (城区学校扩容和补短板项目, M08.1): from the plan to seats that children sit on.
@NullMarked
package cn.sanming.migrant.community.school.project;

import org.jspecify.annotations.NullMarked;
