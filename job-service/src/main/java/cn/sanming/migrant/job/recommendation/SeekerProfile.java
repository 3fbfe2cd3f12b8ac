package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.Retirement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// What is known of somebody who looks for work (求职者画像): occupations, level, places, wage.
@Document("seeker-profiles")
record SeekerProfile(
        @Id String personId,
        List<String> occupationCodes,
        @Nullable Integer skillLevel,
        List<String> preferredDistricts,
        @Nullable Money expectedMinWage,
        @Nullable LocalDate birthDate,
        Retirement.@Nullable Category retirementCategory,
        boolean subscribed) {

    static SeekerProfile empty(String personId) {
        return new SeekerProfile(personId, List.of(), null, List.of(), null, null, null, true);
    }

    /// With one more occupation, and the better level of the two.
    SeekerProfile learned(String occupationCode, @Nullable Integer level) {
        var codes = occupationCodes.contains(occupationCode)
                ? occupationCodes
                : Stream.concat(occupationCodes.stream(), Stream.of(occupationCode))
                        .toList();
        var better = level == null || skillLevel != null && skillLevel <= level ? skillLevel : level;
        return new SeekerProfile(
                personId,
                codes,
                better,
                preferredDistricts,
                expectedMinWage,
                birthDate,
                retirementCategory,
                subscribed);
    }

    RecommendationScore.Seeker seeker() {
        return new RecommendationScore.Seeker(
                null, occupationCodes, preferredDistricts, expectedMinWage, skillLevel, birthDate, retirementCategory);
    }
}
