/// Post and insurance subsidies (岗位补贴、社保补贴) for public-welfare posts; measure 2.
@NullMarked
package cn.sanming.migrant.subsidy.post;

import org.jspecify.annotations.NullMarked;
