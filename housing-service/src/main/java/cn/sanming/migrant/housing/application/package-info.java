/// Housing applications (住房申请): who may have a public rental flat or a price-limited home.
@NullMarked
package cn.sanming.migrant.housing.application;

import org.jspecify.annotations.NullMarked;
