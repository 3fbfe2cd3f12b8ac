/// The manners of the door: who may knock how often and with how much, under which headers, and how a refusal reads.
@NullMarked
package cn.sanming.migrant.gateway.door;

import org.jspecify.annotations.NullMarked;
