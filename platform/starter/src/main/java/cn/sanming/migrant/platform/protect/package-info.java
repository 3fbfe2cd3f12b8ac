/// Personal data at rest: encrypted fields with a blind index, masked answers, audited unmasked reads.
@NullMarked
package cn.sanming.migrant.platform.protect;

import org.jspecify.annotations.NullMarked;
