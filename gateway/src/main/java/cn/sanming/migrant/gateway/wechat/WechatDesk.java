package cn.sanming.migrant.gateway.wechat;

import cn.sanming.migrant.gateway.identity.BuiltInIssuer;
import cn.sanming.migrant.gateway.identity.Holder;
import cn.sanming.migrant.gateway.identity.Pseudonyms;
import cn.sanming.migrant.gateway.identity.Tokens;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.WorkerId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// The window for workers with a phone in their hand: come in by WeChat, say who you are, and take it back.
@Component
@Conditional(BuiltInIssuer.class)
public class WechatDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WechatDesk.class);
    private static final String CURRENT = "/api/v1/identity/wechat/bindings/current";
    private static final String RELEASING_ROLE = "HR_OFFICER";

    private final Wechat wechat;
    private final WechatAccounts accounts;
    private final Pseudonyms pseudonyms;
    private final Tokens tokens;
    private final FieldCipher cipher;
    private final WechatProperties properties;

    WechatDesk(
            Wechat wechat,
            WechatAccounts accounts,
            Pseudonyms pseudonyms,
            Tokens tokens,
            FieldCipher cipher,
            WechatProperties properties) {
        this.wechat = wechat;
        this.accounts = accounts;
        this.pseudonyms = pseudonyms;
        this.tokens = tokens;
        this.cipher = cipher;
        this.properties = properties;
    }

    /// @param bound whether the city knows the worker by name; if not, the token is good for binding only
    public record Session(Tokens.Issued token, boolean bound) {}

    /// How a worker sees their own binding.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BindingView(String workerId, String idNumber, String phone, Tokens.@Nullable Issued token) {}

    public record Released(String workerId) {}

    public Outcome<Session> open(String code, CommandContext context) {
        return switch (wechat.session(code)) {
            case Wechat.Answer.Known(var openid) ->
                Outcome.created(session(met(openid, context)), "/api/v1/identity/me");
            case Wechat.Answer.Refused() ->
                Outcome.refused(Kind.UNAUTHENTICATED, Reason.at("/code", "WECHAT_CODE_REFUSED"));
            case Wechat.Answer.Unavailable(var reason) -> Outcome.refused(Kind.UNAVAILABLE, Reason.of(reason));
        };
    }

    /// Binds the account of the token to a person (实名绑定). Saying the same again is no error.
    public Outcome<BindingView> bind(String name, String idNumber, String phone, CommandContext context) {
        var faults = RealName.faults(name, idNumber, phone, context.today());
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        return account(context)
                .map(account -> bind(account, RealName.of(name, idNumber, phone, context.today()), context))
                .orElseGet(() -> Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("NO_WECHAT_SESSION")));
    }

    private Outcome<BindingView> bind(WechatAccount account, RealName who, CommandContext context) {
        var worker = pseudonyms.of(who.idNumber());
        if (account.standsForAnother(worker)) {
            return Outcome.refused(Kind.DUPLICATE, Reason.of("ACCOUNT_ALREADY_BOUND"));
        }
        account.bind(worker, who, cipher, context.at());
        try {
            var token = tokens.issue(Holder.worker(worker.value(), properties.roles()));
            return Outcome.created(view(accounts.save(account), token), CURRENT);
        } catch (DuplicateKeyException _) {
            return Outcome.refused(Kind.DUPLICATE, Reason.of("WORKER_ALREADY_BOUND"));
        }
    }

    public Outcome<BindingView> current(CommandContext context) {
        return account(context)
                .filter(WechatAccount::isBound)
                .map(account -> Outcome.done(view(account, null)))
                .orElseGet(Outcome::notFound);
    }

    /// The worker takes the binding back; the account is nameless again.
    public Outcome<Released> release(CommandContext context) {
        return account(context)
                .filter(WechatAccount::isBound)
                .map(this::released)
                .orElseGet(Outcome::notFound);
    }

    /// An officer who has seen the worker's papers frees them from an account that is lost or not theirs.
    public Outcome<Released> release(String workerId, CommandContext context) {
        if (!context.actor().has(RELEASING_ROLE)) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return known(workerId)
                .flatMap(accounts::findByWorkerId)
                .map(account -> {
                    LOG.info("{} releases the account of {}", context.actor().id(), account.workerId());
                    return released(account);
                })
                .orElseGet(Outcome::notFound);
    }

    private static Optional<WorkerId> known(String workerId) {
        try {
            return Optional.of(new WorkerId(workerId));
        } catch (IllegalArgumentException _) { // nobody can have such a pseudonym
            return Optional.empty();
        }
    }

    private Outcome<Released> released(WechatAccount account) {
        var worker = String.valueOf(account.workerId());
        account.release();
        accounts.save(account);
        return Outcome.done(new Released(worker));
    }

    /// The account of the token: by worker once bound, before that by its own id.
    private Optional<WechatAccount> account(CommandContext context) {
        var worker = context.actor().workerId();
        return worker == null ? accounts.findById(context.actor().id()) : accounts.findByWorkerId(new WorkerId(worker));
    }

    private WechatAccount met(String openid, CommandContext context) {
        var id = WechatAccount.idOf(openid, cipher);
        return accounts.findById(id).orElseGet(() -> {
            try {
                return accounts.save(WechatAccount.met(openid, cipher, context.at()));
            } catch (DuplicateKeyException _) { // two taps on one button
                return accounts.findById(id).orElseThrow();
            }
        });
    }

    private Session session(WechatAccount account) {
        var worker = account.workerId();
        var holder = worker == null ? Holder.nameless(account.id()) : Holder.worker(worker.value(), properties.roles());
        return new Session(tokens.issue(holder), worker != null);
    }

    private static BindingView view(WechatAccount account, Tokens.@Nullable Issued token) {
        var binding = Objects.requireNonNull(account.binding());
        return new BindingView(
                String.valueOf(account.workerId()), binding.maskedIdNumber(), binding.maskedPhone(), token);
    }
}
