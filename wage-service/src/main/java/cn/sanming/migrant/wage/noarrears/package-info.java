/// Project departments without arrears (无欠薪项目部): scored by the HR and the housing office together, publicised,
/// granted a plate, and stripped of it with the first arrears; measure M15.2.
@NullMarked
package cn.sanming.migrant.wage.noarrears;

import org.jspecify.annotations.NullMarked;
