package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.EnrolmentAllocation;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One giving out of places as it was decided (学位分配留档): everything the rule was told and everything it said, so
/// that anybody can decide again and compare.
///
/// @param digest of facts and finding, made when it was decided; a byte changed since then shows
@Document("school_allocations")
record AllocationRun(
        @Id String id,
        @Indexed String group,
        Channel channel,
        Instant at,
        EnrolmentAllocation.Facts facts,
        EnrolmentAllocation.Finding finding,
        String digest) {

    static String digest(EnrolmentAllocation.Facts facts, EnrolmentAllocation.Finding finding) {
        return Ids.of("dg", facts.toString(), finding.toString());
    }

    /// Decides again from the facts that were kept: a pure function, so the same comes out or something was changed.
    boolean replaysIdentically(RuleBook rules, EnrolmentAllocation rule) {
        var again = rules.decide(rule, facts).result();
        return again.equals(finding) && digest(facts, again).equals(digest);
    }
}
