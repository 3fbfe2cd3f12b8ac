/// Workers come in by WeChat (微信登录) and become known by real-name binding (实名绑定). Who stands behind a
/// WeChat account is known here and nowhere else: every other room knows the worker by pseudonym.
@NullMarked
package cn.sanming.migrant.gateway.wechat;

import org.jspecify.annotations.NullMarked;
