package cn.sanming.migrant.wage.integrity;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.blacklist.BlacklistRegister;
import cn.sanming.migrant.wage.cases.CaseRegister;
import cn.sanming.migrant.wage.employer.Employer;
import cn.sanming.migrant.wage.employer.Employers;
import cn.sanming.migrant.wage.notice.PublishedNotices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// M15.5: the wage record of an employer, for officers and for the employer itself.
@RestController
final class IntegrityController {

    private static final List<String> READERS = List.of(
            "INSPECTOR",
            "INSPECTION_HEAD",
            "HR_OFFICER",
            "HR_HEAD",
            "HOUSING_OFFICER",
            "FINANCE_OFFICER",
            "UNIT_OFFICER",
            "LEAD_OFFICER",
            "SUPERVISOR");

    private final Employers employers;
    private final Traces traces;
    private final CaseRegister cases;
    private final BlacklistRegister blacklist;
    private final PublishedNotices notices;

    IntegrityController(
            Employers employers,
            Traces traces,
            CaseRegister cases,
            BlacklistRegister blacklist,
            PublishedNotices notices) {
        this.employers = employers;
        this.traces = traces;
        this.cases = cases;
        this.blacklist = blacklist;
        this.notices = notices;
    }

    /// Everything the wage department holds for or against an employer.
    record IntegrityRecord(
            String uscc,
            @Nullable Employer employer,
            boolean blacklisted,
            Money openArrears,
            List<Traces.ArrearsTrace> arrears,
            List<CaseRegister.Mark> cases,
            List<BlacklistRegister.Mark> listings,
            List<Traces.PlateTrace> noArrearsProjects,
            List<PublishedNotices.Published> violations) {}

    @GetMapping("/api/v1/wages/employers/{uscc}")
    Outcome<IntegrityRecord> record(@PathVariable String uscc, Actor actor) {
        if (CreditCode.fault(uscc).filter(CreditCode.Fault.FORMAT::equals).isPresent()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/uscc", "INVALID_CREDIT_CODE"));
        }
        if (!actor.hasAny(READERS) && !uscc.equals(actor.creditCode())) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(READERS, actor.roles()));
        }
        var arrears = traces.arrearsOf(uscc);
        var open = arrears.stream().filter(trace -> trace.clearedOn() == null).map(Traces.ArrearsTrace::total);
        return Outcome.done(new IntegrityRecord(
                uscc,
                employers.find(uscc).orElse(null),
                blacklist.isListed(uscc),
                Money.sum(open),
                arrears,
                cases.ofEmployer(uscc),
                blacklist.marksOf(uscc),
                traces.platesOf(uscc),
                notices.ofEmployer(uscc)));
    }
}
