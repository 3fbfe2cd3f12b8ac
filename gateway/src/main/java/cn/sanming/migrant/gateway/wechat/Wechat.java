package cn.sanming.migrant.gateway.wechat;

/// WeChat, as far as the door needs it: a one-time code for the account behind it.
public interface Wechat {

    Answer session(String code);

    /// What WeChat says about a code (`jscode2session`).
    sealed interface Answer {

        /// @param openid the account, in this mini-program only
        record Known(String openid) implements Answer {
            @Override
            public String toString() {
                return "known";
            }
        }

        /// The code is wrong, used or too old.
        record Refused() implements Answer {}

        /// WeChat does not answer, is busy, or the mini-program is not set up.
        record Unavailable(String reason) implements Answer {}
    }
}
