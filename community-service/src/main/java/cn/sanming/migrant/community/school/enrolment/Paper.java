package cn.sanming.migrant.community.school.enrolment;

/// A paper that proves one merit (证明材料), asked for only when the city cannot prove it itself.
public enum Paper {
    RESIDENCE_PERMIT,
    PENSION_STATEMENT,
    HOUSING_PROOF,
    SKILL_CERTIFICATE,
    HONOUR_CERTIFICATE
}
