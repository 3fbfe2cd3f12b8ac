/// Arrears (欠薪): wages that were due and are not paid in full, from the first late day until they are cleared.
@NullMarked
package cn.sanming.migrant.wage.arrears;

import org.jspecify.annotations.NullMarked;
