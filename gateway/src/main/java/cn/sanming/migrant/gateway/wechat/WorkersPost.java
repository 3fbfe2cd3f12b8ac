package cn.sanming.migrant.gateway.wechat;

import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.WorkerId;
import org.springframework.stereotype.Component;

/// Finds the account behind a worker and hands the message to WeChat.
@Component
final class WorkersPost implements WechatPost {

    private final WechatAccounts accounts;
    private final FieldCipher cipher;
    private final SubscribeMessages wechat;

    WorkersPost(WechatAccounts accounts, FieldCipher cipher, SubscribeMessages wechat) {
        this.accounts = accounts;
        this.cipher = cipher;
        this.wechat = wechat;
    }

    @Override
    public Delivery send(WorkerId worker, Letter letter) {
        return accounts.findByWorkerId(worker)
                .map(account -> wechat.send(account.openid(cipher), letter))
                .orElseGet(Delivery.NoAccount::new);
    }
}
