package cn.sanming.migrant.gateway.wechat;

import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import cn.sanming.migrant.platform.reference.WorkerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A WeChat account (微信账号) the city has met, and the worker behind it once bound. One account stands for one
/// worker, and one worker has one account.
@Document("wechat_accounts")
@CompoundIndex(def = "{'_id': 1, 'version': 1}", unique = true)
final class WechatAccount {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final Sealed openid;
    private final Instant metAt;

    @Indexed(unique = true, sparse = true)
    private @Nullable WorkerId workerId;

    private @Nullable Binding binding;

    /// Who the worker is, sealed; only the masked number is ever shown.
    record Binding(Sealed name, Sealed idNumber, String maskedIdNumber, Sealed phone, String maskedPhone, Instant at) {

        static Binding of(RealName who, FieldCipher cipher, Instant at) {
            return new Binding(
                    cipher.protect(who.name()),
                    cipher.protect(who.idNumber().value()),
                    who.idNumber().masked(),
                    cipher.protect(who.phone()),
                    who.maskedPhone(),
                    at);
        }
    }

    @PersistenceCreator
    WechatAccount(
            String id,
            @Nullable Long version,
            Sealed openid,
            Instant metAt,
            @Nullable WorkerId workerId,
            @Nullable Binding binding) {
        this.id = id;
        this.version = version;
        this.openid = openid;
        this.metAt = metAt;
        this.workerId = workerId;
        this.binding = binding;
    }

    static WechatAccount met(String openid, FieldCipher cipher, Instant at) {
        return new WechatAccount(idOf(openid, cipher), null, cipher.protect(openid), at, null, null);
    }

    /// The id of an account is the keyed hash of its openid, so that it can be found and tells nothing.
    static String idOf(String openid, FieldCipher cipher) {
        return "wx-" + cipher.blindIndex(openid);
    }

    /// Whether this account already stands for somebody else; binding the same person again changes nothing.
    boolean standsForAnother(WorkerId worker) {
        return workerId != null && !workerId.equals(worker);
    }

    void bind(WorkerId worker, RealName who, FieldCipher cipher, Instant at) {
        workerId = worker;
        binding = Binding.of(who, cipher, at);
    }

    void release() {
        workerId = null;
        binding = null;
    }

    boolean isBound() {
        return workerId != null;
    }

    String id() {
        return id;
    }

    String openid(FieldCipher cipher) {
        return cipher.open(openid.cipher());
    }

    @Nullable
    WorkerId workerId() {
        return workerId;
    }

    @Nullable
    Binding binding() {
        return binding;
    }
}
