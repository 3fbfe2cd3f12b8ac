package cn.sanming.migrant.subsidy.payee;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Applicants name the account for their own money; nobody else reads or changes it here.
@RestController
class PayeeAccountController {

    static final String PATH = "/api/v1/subsidies/payee-account";

    private final MongoTemplate mongo;
    private final FieldCipher cipher;

    record Account(
            @NotBlank @Size(max = 100) String holder,
            @Pattern(regexp = "[0-9]{8,32}") String number) {}

    record Masked(String number, Instant since) {}

    PayeeAccountController(MongoTemplate mongo, FieldCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
    }

    @PostMapping(PATH)
    Outcome<Masked> name(@Body Account account, CommandContext context) {
        var who = applicant(context.actor());
        if (who == null) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var number = account.number();
        return Outcome.done(masked(mongo.save(new PayeeAccount(
                who,
                cipher.protect(account.holder()),
                cipher.protect(number),
                number.substring(number.length() - 4),
                context.at()))));
    }

    @GetMapping(PATH)
    Outcome<Masked> own(Actor actor) {
        var who = applicant(actor);
        var known = who == null ? null : mongo.findById(who, PayeeAccount.class);
        return known == null ? Outcome.notFound() : Outcome.done(masked(known));
    }

    private static @Nullable String applicant(Actor actor) {
        return actor.workerId() == null ? actor.creditCode() : actor.workerId();
    }

    private static Masked masked(PayeeAccount account) {
        return new Masked("************" + account.lastFour(), account.since());
    }
}
