package cn.sanming.migrant.gateway.wechat;

/// WeChat's own side of a subscribe message (`subscribeMessage.send`): by openid, which never leaves these rooms.
public interface SubscribeMessages {

    WechatPost.Delivery send(String openid, WechatPost.Letter letter);
}
