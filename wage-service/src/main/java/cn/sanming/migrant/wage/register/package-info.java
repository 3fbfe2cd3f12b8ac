/// Registers (登记册): records without a life cycle of their own, kept one document each; listed, changed and never
/// doubled.
@NullMarked
package cn.sanming.migrant.wage.register;

import org.jspecify.annotations.NullMarked;
