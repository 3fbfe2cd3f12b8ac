/// Housing (住房): public rental flats and price-limited homes; measure 9.
@NullMarked
package cn.sanming.migrant.housing;

import org.jspecify.annotations.NullMarked;
