/// What a deployment must say before a service starts, and how the service says what is missing: one line for each
/// fault, all at once. Also the trust in broker and store that follows the mounted certificates.
@NullMarked
package cn.sanming.migrant.platform.deployment;

import org.jspecify.annotations.NullMarked;
