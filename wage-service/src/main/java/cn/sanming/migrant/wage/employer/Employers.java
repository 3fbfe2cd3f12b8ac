package cn.sanming.migrant.wage.employer;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.CreditCode.Fault;
import cn.sanming.migrant.wage.employer.Employer.ManualOverride;
import cn.sanming.migrant.wage.employer.Employer.Ownership;
import cn.sanming.migrant.wage.employer.Employer.Scale;
import cn.sanming.migrant.wage.employer.Employer.Status;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The register of employers.
@Component
public class Employers {

    private final MongoTemplate mongo;

    Employers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// What an officer enters.
    ///
    /// @param manualOverride why a code with a wrong check character is accepted nevertheless
    public record Entry(
            @NotBlank @Size(max = 200) String name,
            @Nullable Ownership ownership,
            @Nullable Scale size,
            @Nullable String industry,
            @Nullable @Pattern(regexp = "[0-9]{6}") String district,
            @Nullable @Size(max = 200) String address,
            @Nullable @Size(max = 60) String legalRepresentative,
            @Nullable Status status,
            @Nullable Boolean abnormalList,
            @Nullable @Size(min = 1, max = 400) String manualOverride) {}

    public Optional<Employer> find(String uscc) {
        return Optional.ofNullable(mongo.findById(uscc, Employer.class));
    }

    /// Whether a code may be used: its check character fits, or an officer has accepted it as it is.
    public boolean accepts(String uscc) {
        return CreditCode.fault(uscc)
                .map(fault -> fault == Fault.CHECK_CHAR
                        && find(uscc).filter(Employer::codeAccepted).isPresent())
                .orElse(true);
    }

    /// Enters or corrects an employer.
    Outcome<Employer> put(String uscc, Entry entry, CommandContext context) {
        var fault = CreditCode.fault(uscc).orElse(null);
        if (fault == Fault.FORMAT) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/uscc", "INVALID_CREDIT_CODE"));
        }
        var known = find(uscc);
        if (!context.actor().mayActIn(entry.district())
                || !context.actor().mayActIn(known.map(Employer::district).orElse(null))) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        var word = entry.manualOverride() == null
                ? known.map(Employer::manualOverride).orElse(null)
                : new ManualOverride(context.actor().id(), context.at(), entry.manualOverride());
        if (fault == Fault.CHECK_CHAR && word == null) {
            return Outcome.refused(
                    Kind.GUARD_FAILED,
                    Reason.at("/manual_override", "CREDIT_CODE_CHECK_CHAR").clause("GB 32100-2015"));
        }
        var employer = new Employer(
                uscc,
                known.map(Employer::version).orElse(null),
                entry.name(),
                entry.ownership(),
                entry.size(),
                entry.industry(),
                entry.district(),
                entry.address(),
                entry.legalRepresentative(),
                entry.status() == null ? Status.ACTIVE : entry.status(),
                Boolean.TRUE.equals(entry.abnormalList()),
                fault == null ? null : word);
        try {
            return Outcome.done(mongo.save(employer));
        } catch (DuplicateKeyException raced) {
            return Outcome.refused(Kind.VERSION_CONFLICT);
        }
    }
}
