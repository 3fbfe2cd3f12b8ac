/// Whose wages are open (欠薪): this department's own small copy, fed by events of the wage department. A tenant who
/// is not paid is not put on notice for the rent.
@NullMarked
package cn.sanming.migrant.housing.arrears;

import org.jspecify.annotations.NullMarked;
