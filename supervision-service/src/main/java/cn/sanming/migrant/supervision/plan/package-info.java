/// Implementation plans (具体实施方案) of the units and counties: how each of them carries out its measures; M20.1.
@NullMarked
package cn.sanming.migrant.supervision.plan;

import org.jspecify.annotations.NullMarked;
