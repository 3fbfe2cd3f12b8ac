package cn.sanming.migrant.gateway.wechat;

import cn.sanming.migrant.platform.reference.WorkerId;
import java.util.Map;

/// The way to a worker's phone: one subscribe message (订阅消息) through the mini-program. Nobody else learns the openid.
public interface WechatPost {

    /// One message as WeChat wants it.
    ///
    /// @param page   where a tap leads inside the mini-program
    /// @param values by the keys of the template, such as `thing1`
    record Letter(String templateId, String page, Map<String, String> values) {}

    /// What became of a message.
    sealed interface Delivery {

        record Sent() implements Delivery {}

        /// The worker has not bound a WeChat account.
        record NoAccount() implements Delivery {}

        /// The worker has not agreed to this template, or has taken it back.
        record NoConsent() implements Delivery {}

        /// WeChat will never take this message as it is: a wrong template, value or page.
        record Faulty(String why) implements Delivery {}

        /// WeChat is away or busy: the same message may go through later.
        record Later(String why) implements Delivery {}
    }

    Delivery send(WorkerId worker, Letter letter);
}
