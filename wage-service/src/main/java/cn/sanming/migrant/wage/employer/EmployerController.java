package cn.sanming.migrant.wage.employer;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal.Kind;
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
    Outcome<Employer> put(@PathVariable String uscc, @Body Employers.Entry entry, Act act) {
        return act.actor().hasAny(KEEPERS)
                ? employers.put(uscc, entry, act)
                : Outcome.refused(
                        Kind.FORBIDDEN_ROLE,
                        Reason.of("FORBIDDEN_ROLE")
                                .required(KEEPERS, act.actor().roles()));
    }
}
