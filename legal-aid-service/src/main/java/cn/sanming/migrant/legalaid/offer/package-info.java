/// Offers (主动服务): what people could ask for, told to them before they ask, from the news of other departments.
@NullMarked
package cn.sanming.migrant.legalaid.offer;

import org.jspecify.annotations.NullMarked;
