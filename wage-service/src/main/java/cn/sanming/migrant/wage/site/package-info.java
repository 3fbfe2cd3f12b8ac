/// Construction sites (工程建设项目): the project, its workers by real name, its notice board and its labour officer; the
/// duties of 支付条例 art. 24 to 34 and whether they are met.
@NullMarked
package cn.sanming.migrant.wage.site;

import org.jspecify.annotations.NullMarked;
