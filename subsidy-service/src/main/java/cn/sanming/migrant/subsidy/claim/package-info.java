/// An application for a subsidy (补贴申请) from its claim to its end: the aggregate, its decisions and its events;
/// measures 2, 3, 4, 6.
@NullMarked
package cn.sanming.migrant.subsidy.claim;

import org.jspecify.annotations.NullMarked;
