/// Talks to WeChat's servers.
@NullMarked
package cn.sanming.migrant.gateway.wechat.client;

import org.jspecify.annotations.NullMarked;
