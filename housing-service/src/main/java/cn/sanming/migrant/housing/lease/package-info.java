/// Leases (租赁合同): limits, renewal, rent arrears.
@NullMarked
package cn.sanming.migrant.housing.lease;

import org.jspecify.annotations.NullMarked;
