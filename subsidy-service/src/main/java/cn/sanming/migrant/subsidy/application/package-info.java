/// Applications for subsidies (补贴申请): six kinds, one procedure with four eyes, publicity and budget; measures 2, 3, 4,
/// 6.
@NullMarked
package cn.sanming.migrant.subsidy.application;

import org.jspecify.annotations.NullMarked;
