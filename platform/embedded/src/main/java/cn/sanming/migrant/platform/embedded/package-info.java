/// What a city on one machine and its tests stand on instead of servers: the real Kafka broker and a document store
/// that speaks MongoDB's wire protocol, both inside the process, both keeping what they acknowledged through a
/// `kill -9`. The services do not know: they see a bootstrap address and a connection string, as in production.
@NullMarked
package cn.sanming.migrant.platform.embedded;

import org.jspecify.annotations.NullMarked;
