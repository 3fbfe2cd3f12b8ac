/// The question to the wage department: who worked here from when to when.
@NullMarked
package cn.sanming.migrant.housing.work.client;

import org.jspecify.annotations.NullMarked;
