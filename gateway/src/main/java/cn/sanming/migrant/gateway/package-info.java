/// The one door (统一网关) to the services for migrant workers. It promises that every caller meets the same
/// manners whichever department answers: who they are is known once, too much is refused politely, and a department
/// that is down takes no other down with it. It also keeps the reference data that every department shares.
@NullMarked
package cn.sanming.migrant.gateway;

import org.jspecify.annotations.NullMarked;
