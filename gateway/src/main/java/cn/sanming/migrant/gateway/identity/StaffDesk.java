package cn.sanming.migrant.gateway.identity;

import java.time.Duration;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Lets the people of one machine in by name and password, where no identity provider does it for them.
public final class StaffDesk {

    private final Accounts accounts;
    private final Tokens tokens;
    private final FailedLogins failures;
    private final PasswordEncoder passwords;
    private final TokenClock time;
    private final String nobodysPassword;

    StaffDesk(Accounts accounts, Tokens tokens, FailedLogins failures, PasswordEncoder passwords, TokenClock time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.failures = failures;
        this.passwords = passwords;
        this.time = time;
        this.nobodysPassword = passwords.encode("nobody");
    }

    /// How an attempt to log in ended.
    public sealed interface Login {

        record In(Tokens.Issued token) implements Login {}

        record Wrong() implements Login {}

        record Locked(Duration left) implements Login {}
    }

    public Login open(String username, String password) {
        var now = time.clock().instant();
        var wait = failures.wait(username, now);
        if (wait.isPresent()) {
            return new Login.Locked(wait.get());
        }
        var account = accounts.find(username);
        var hash = account.map(Accounts.Account::password).orElse(nobodysPassword);
        if (!passwords.matches(password, hash) || account.isEmpty()) {
            failures.missed(username, now);
            return new Login.Wrong();
        }
        failures.succeeded(username);
        return new Login.In(tokens.issue(accounts.holder(account.get())));
    }
}
