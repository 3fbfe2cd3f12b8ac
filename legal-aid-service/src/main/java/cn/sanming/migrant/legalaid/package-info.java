/// Legal aid (法律援助): disputes, arbitration, legal aid, consultation; measures 17, 18.
@NullMarked
package cn.sanming.migrant.legalaid;

import org.jspecify.annotations.NullMarked;
