/// Help between regions (异地协作): evidence, service of papers and representation asked of legal aid elsewhere.
@NullMarked
package cn.sanming.migrant.legalaid.crossregion;

import org.jspecify.annotations.NullMarked;
