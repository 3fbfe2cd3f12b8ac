package cn.sanming.migrant.gateway.wechat;

import cn.sanming.migrant.platform.reference.WorkerId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/// All WeChat accounts the city has met.
interface WechatAccounts extends Repository<WechatAccount, String> {

    Optional<WechatAccount> findById(String id);

    Optional<WechatAccount> findByWorkerId(WorkerId workerId);

    WechatAccount save(WechatAccount account);
}
