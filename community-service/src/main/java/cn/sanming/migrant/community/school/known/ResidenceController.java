package cn.sanming.migrant.community.school.known;

import cn.sanming.migrant.community.school.EnrolmentPoints.Housing;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A person looks up which registered residence the city has on record (居住证明), before anybody asks for the paper.
@RestController
class ResidenceController {

    private final CityRecords records;

    /// @param proof what it counts as for school points
    /// @param until its last day
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proof(
            Housing proof,
            @Nullable String district,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        static Proof of(CityFact home) {
            var over = home.until();
            return new Proof(
                    Housing.REGISTERED_OR_PUBLIC_RENTAL_LEASE,
                    home.district(),
                    home.from(),
                    over == null ? null : over.minusDays(1));
        }
    }

    record Proofs(List<Proof> items) {}

    ResidenceController(CityRecords records) {
        this.records = records;
    }

    @GetMapping("/api/v1/community/residence-proofs/mine")
    Outcome<Proofs> mine(CommandContext context) {
        var me = context.actor().workerId();
        return me == null
                ? Outcome.refused(
                        Kind.FORBIDDEN_ROLE,
                        Reason.of("FORBIDDEN_ROLE")
                                .required("WORKER", context.actor().roles()))
                : Outcome.done(new Proofs(records.homesOf(me, context.today()).stream()
                        .map(Proof::of)
                        .toList()));
    }
}
