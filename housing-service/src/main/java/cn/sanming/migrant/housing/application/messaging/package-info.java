/// News of the supervision office about honours.
@NullMarked
package cn.sanming.migrant.housing.application.messaging;

import org.jspecify.annotations.NullMarked;
