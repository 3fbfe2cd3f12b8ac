/// School places for migrant children (随迁子女入学): age, points, allocation.
@NullMarked
package cn.sanming.migrant.community.school;

import org.jspecify.annotations.NullMarked;
