package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.subsidy.agency.AgencyReward;
import cn.sanming.migrant.subsidy.agency.AgencyRewardPerson;
import cn.sanming.migrant.subsidy.appraisal.AppraisalFeeSubsidy;
import cn.sanming.migrant.subsidy.appraisal.AppraisalSubsidy;
import cn.sanming.migrant.subsidy.post.PostSubsidy;
import cn.sanming.migrant.subsidy.startup.StartupJobsSubsidy;
import cn.sanming.migrant.subsidy.startup.StartupSubsidy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// The six kinds of subsidy (补贴类别), the measure whose budget pays each, and whether a person or a firm applies.
public enum Kind {
    POST("M02", false, PostSubsidy.class),
    AGENCY_REWARD("M03", false, AgencyReward.class, AgencyRewardPerson.class),
    STARTUP("M04", true, StartupSubsidy.class),
    STARTUP_JOBS("M04", false, StartupJobsSubsidy.class),
    APPRAISAL("M06", true, AppraisalSubsidy.class),
    APPRAISAL_FEE("M06", true, AppraisalFeeSubsidy.class);

    private final String measure;
    private final boolean personal;
    private final String ruleVersion;

    Kind(String measure, boolean personal, Class<?>... rules) {
        this.measure = measure;
        this.personal = personal;
        this.ruleVersion = versionOf(rules);
    }

    /// A fingerprint of the code that decides, so that a decision says which version of its rule took it.
    private static String versionOf(Class<?>... rules) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var rule : rules) {
                try (var code = rule.getResourceAsStream(rule.getSimpleName() + ".class")) {
                    digest.update(Objects.requireNonNull(code).readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String ruleVersion() {
        return ruleVersion;
    }

    public String measure() {
        return measure;
    }

    public boolean personal() {
        return personal;
    }

    /// Whether blacklisting of the employer reaches the application; a worker's own appraisal subsidies it never does.
    public boolean employerSide() {
        return this != APPRAISAL && this != APPRAISAL_FEE;
    }
}
