/// The HTTP side of coming in by WeChat.
@NullMarked
package cn.sanming.migrant.gateway.wechat.web;

import org.jspecify.annotations.NullMarked;
