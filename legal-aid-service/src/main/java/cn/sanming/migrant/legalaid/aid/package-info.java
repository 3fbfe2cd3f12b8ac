/// Legal aid cases (法律援助): who is granted aid without a means test, in which order, by whom, until when.
@NullMarked
package cn.sanming.migrant.legalaid.aid;

import org.jspecify.annotations.NullMarked;
