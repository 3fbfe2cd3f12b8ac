/// Circuit points (巡回办案点、诉讼服务点): justice near the workers, with a calendar and the sessions held.
@NullMarked
package cn.sanming.migrant.legalaid.circuit;

import org.jspecify.annotations.NullMarked;
