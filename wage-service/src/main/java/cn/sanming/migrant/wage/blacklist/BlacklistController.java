package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list in public (向社会公布), and the answer other departments ask for when they have not heard yet.
@RestController
@RequestMapping("/api/v1/wages/blacklist")
final class BlacklistController {

    private final BlacklistRegister register;

    BlacklistController(BlacklistRegister register) {
        this.register = register;
    }

    /// Whether an employer stands on the list today, and for what.
    record Standing(String uscc, boolean listed, List<BlacklistRegister.Listed> listings) {}

    @GetMapping
    Page<BlacklistRegister.Listed> listed(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return register.page(limit, after);
    }

    @GetMapping("/{uscc}")
    Outcome<Standing> standing(@PathVariable String uscc) {
        if (CreditCode.fault(uscc).filter(CreditCode.Fault.FORMAT::equals).isPresent()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/uscc", "INVALID_CREDIT_CODE"));
        }
        var listings = register.listingsOf(uscc);
        return Outcome.done(new Standing(uscc, !listings.isEmpty(), listings));
    }
}
