package cn.sanming.migrant.wage.employer;

import cn.sanming.migrant.platform.reference.CreditCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// An employer (用人单位) by its unified social credit code, as registered; all of it is public.
///
/// @param manualOverride who accepted a code whose check character is wrong, having seen the licence
@Document("employers")
public record Employer(
        @Id String uscc,
        @Version @Nullable Long version,
        String name,
        @Nullable Ownership ownership,
        @Nullable Scale size,
        @Nullable String industry,
        @Nullable String district,
        @Nullable String address,
        @Nullable String legalRepresentative,
        Status status,
        boolean abnormalList,
        @Nullable ManualOverride manualOverride) {

    /// Ownership (所有制) of an employer.
    public enum Ownership {
        PRIVATE,
        STATE,
        COLLECTIVE,
        FOREIGN,
        PUBLIC,
        OTHER
    }

    /// Size (规模) by the national classes.
    public enum Scale {
        LARGE,
        MEDIUM,
        SMALL,
        MICRO
    }

    /// Registration (登记状态) of an employer.
    public enum Status {
        ACTIVE,
        REVOKED,
        CANCELLED
    }

    /// An officer's word that a code with a wrong check character is the right one (人工确认).
    public record ManualOverride(String by, Instant at, String reason) {}

    /// Whether the code itself is in order, by its check character or by an officer's word.
    public boolean codeAccepted() {
        return CreditCode.fault(uscc).isEmpty() || manualOverride != null;
    }
}
