package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.vacancy.MatchKeys;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.Retirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What is known of somebody who looks for work (求职者画像): occupations, levels with the certificates they rest on,
/// awards, places, wage.
///
/// @param wishes    what the person said
/// @param skills    what certificates prove; a revoked one stays as a mark, so that a late "issued" cannot revive it
/// @param matchKeys what the index finds the person by; nothing for those who do not want to hear from us
@Document("seeker-profiles")
record SeekerProfile(
        @Id String personId,
        @Version @Nullable Long version,
        Wishes wishes,
        List<String> learned,
        List<Skill> skills,
        List<Award> awards,
        @Indexed @Nullable List<String> matchKeys) {

    /// @param skillLevel 5 is the lowest, 1 the highest
    record Wishes(
            List<String> occupationCodes,
            @Nullable Integer skillLevel,
            List<String> preferredDistricts,
            @Nullable Money expectedMinWage,
            @Nullable LocalDate birthDate,
            Retirement.@Nullable Category retirementCategory,
            boolean subscribed) {}

    /// A certificate (技能等级证书) and whether it still counts.
    record Skill(
            String certificateId,
            @Nullable String occupationCode,
            @Nullable Integer level,
            boolean revoked) {}

    /// A prize won in a competition (竞赛获奖); measure 7.
    record Award(String entryId, String competitionId, int rank) {}

    static SeekerProfile empty(String personId) {
        var nothing = new Wishes(List.of(), null, List.of(), null, null, null, true);
        return new SeekerProfile(personId, null, nothing, List.of(), List.of(), List.of(), null);
    }

    SeekerProfile wishing(Wishes wanted) {
        return with(wanted, learned, skills, awards);
    }

    /// Trained for one more occupation.
    SeekerProfile learned(String occupationCode) {
        return learned.contains(occupationCode)
                ? this
                : with(wishes, appended(learned, occupationCode), skills, awards);
    }

    SeekerProfile certified(Skill skill) {
        return known(skill.certificateId()) ? this : with(wishes, learned, appended(skills, skill), awards);
    }

    /// The certificate no longer counts, and with it goes its level.
    SeekerProfile revoked(String certificateId) {
        var rest = new ArrayList<>(skills.stream()
                .filter(skill -> !skill.certificateId().equals(certificateId))
                .toList());
        var before = skills.stream()
                .filter(skill -> skill.certificateId().equals(certificateId))
                .findFirst();
        rest.add(new Skill(
                certificateId,
                before.map(Skill::occupationCode).orElse(null),
                before.map(Skill::level).orElse(null),
                true));
        return with(wishes, learned, List.copyOf(rest), awards);
    }

    SeekerProfile awarded(Award award) {
        return awards.stream().anyMatch(known -> known.entryId().equals(award.entryId()))
                ? this
                : with(wishes, learned, skills, appended(awards, award));
    }

    /// Lives there now: a place to look for work.
    SeekerProfile livingIn(String district) {
        if (wishes.preferredDistricts().contains(district)) {
            return this;
        }
        var moved = new Wishes(
                wishes.occupationCodes(),
                wishes.skillLevel(),
                appended(wishes.preferredDistricts(), district),
                wishes.expectedMinWage(),
                wishes.birthDate(),
                wishes.retirementCategory(),
                wishes.subscribed());
        return with(moved, learned, skills, awards);
    }

    /// Everything the person can do: said, learned or certified.
    List<String> occupations() {
        return Stream.of(
                        wishes.occupationCodes().stream(),
                        learned.stream(),
                        counting().map(Skill::occupationCode).filter(Objects::nonNull))
                .flatMap(codes -> codes)
                .distinct()
                .toList();
    }

    /// The best level of what was said and what certificates prove.
    @Nullable
    Integer level() {
        return Stream.concat(Stream.ofNullable(wishes.skillLevel()), counting().map(Skill::level))
                .filter(Objects::nonNull)
                .min(Integer::compareTo)
                .orElse(null);
    }

    RecommendationScore.Seeker seeker() {
        return new RecommendationScore.Seeker(
                null,
                occupations(),
                wishes.preferredDistricts(),
                wishes.expectedMinWage(),
                level(),
                wishes.birthDate(),
                wishes.retirementCategory());
    }

    private Stream<Skill> counting() {
        return skills.stream().filter(skill -> !skill.revoked());
    }

    private boolean known(String certificateId) {
        return skills.stream().anyMatch(skill -> skill.certificateId().equals(certificateId));
    }

    private SeekerProfile with(Wishes wanted, List<String> trained, List<Skill> certified, List<Award> won) {
        var changed = new SeekerProfile(personId, version, wanted, trained, certified, won, null);
        var reachable = wanted.subscribed() && !changed.occupations().isEmpty();
        var keys = reachable ? MatchKeys.of(changed.occupations(), wanted.preferredDistricts()) : null;
        return new SeekerProfile(personId, version, wanted, trained, certified, won, keys);
    }

    private static <T> List<T> appended(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }
}
