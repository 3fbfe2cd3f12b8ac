package cn.sanming.migrant.gateway.identity;

import cn.sanming.migrant.platform.reference.ResidentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/// The accounts of one machine (本地账号): officers, companies and workers of the demonstrations, read from a file.
final class Accounts {

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final Pseudonyms pseudonyms;

    /// @param title    what the account is for, in Chinese
    /// @param password hashed; without one, the file's common password counts
    /// @param idNumber the fictional identity number of a demonstration worker, from which the pseudonym is made
    record Account(
            String username,
            String title,
            @Nullable String password,
            List<String> roles,
            @Nullable String unit,
            @Nullable String county,
            @Nullable String creditCode,
            @Nullable String idNumber) {}

    record File(String password, List<Account> accounts) {}

    Accounts(@Nullable Resource file, Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        Registers.read(file, File.class).ifPresent(this::take);
    }

    private void take(File file) {
        for (var account : file.accounts()) {
            var known = account.password() != null
                    ? account
                    : new Account(
                            account.username(),
                            account.title(),
                            file.password(),
                            account.roles(),
                            account.unit(),
                            account.county(),
                            account.creditCode(),
                            account.idNumber());
            if (byName.put(account.username(), known) != null) {
                throw new IllegalArgumentException("two accounts are called " + account.username());
            }
            holder(known); // refuses an impossible account at start-up, not at the first login
        }
    }

    Optional<Account> find(String username) {
        return Optional.ofNullable(byName.get(username));
    }

    Holder holder(Account account) {
        var worker = account.idNumber() == null
                ? null
                : pseudonyms.of(new ResidentId(account.idNumber())).value();
        return new Holder(
                worker == null ? account.username() : worker,
                account.roles(),
                account.unit(),
                account.county(),
                account.creditCode(),
                worker);
    }
}
