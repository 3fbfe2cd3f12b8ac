package cn.sanming.migrant.wage.employer;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Body;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Officers keep the register of employers.
@RestController
final class EmployerController {

    private static final List<String> KEEPERS = List.of("INSPECTOR", "INSPECTION_HEAD", "HR_OFFICER", "HR_HEAD");

    private final Employers employers;

    EmployerController(Employers employers) {
        this.employers = employers;
    }

    @PutMapping("/api/v1/wages/employers/{uscc}")
    Outcome<Employer> put(@PathVariable String uscc, @Body Employers.Entry entry, CommandContext context) {
        return context.actor().hasAny(KEEPERS)
                ? employers.put(uscc, entry, context)
                : Outcome.refused(
                        Kind.FORBIDDEN_ROLE,
                        Reason.of("FORBIDDEN_ROLE")
                                .required(KEEPERS, context.actor().roles()));
    }
}
