/// Housing projects (公租房项目): dormitories and small flats in development zones and industrial parks; measure 9.
@NullMarked
package cn.sanming.migrant.housing.project;

import org.jspecify.annotations.NullMarked;
