/// The real-name register of a site (实名制): who works there, for whom, by which contract, and on which days. Nobody
/// enters the site without standing in it; 支付条例 art. 28.
@NullMarked
package cn.sanming.migrant.wage.realname;

import org.jspecify.annotations.NullMarked;
