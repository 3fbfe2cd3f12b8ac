package cn.sanming.migrant.supervision.publicity;

/// What an item is about. One about a person needs that person's consent.
enum PublicityKind {
    POLICY,
    EXPERIENCE,
    PERSON,
    LAW
}
