/// Work injury (工伤认定): reported, accepted, recognised or denied, with every deadline shown; 工伤保险条例 art. 17, 20.
@NullMarked
package cn.sanming.migrant.wage.injury;

import org.jspecify.annotations.NullMarked;
