package cn.sanming.migrant.community.health;

/// Why health data is read (查阅目的). Without one nobody reads; it stands in the trail that the person can see.
public enum Purpose {
    /// The person or a guardian looks; nobody else can claim it.
    OWN,
    TREATMENT,
    FOLLOW_UP,
    VACCINATION,
    REFERRAL,
    /// A school asks whether a child is vaccinated and hears yes or no.
    SCHOOL_ENTRY
}
