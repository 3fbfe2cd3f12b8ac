package cn.sanming.migrant.legalaid.aid;

/// The grounds (a) to (h) on which legal aid ends early (终止法律援助, 法律援助法 art. 48).
enum TerminationGround {
    /// obtained by deception or other improper means
    A,
    /// important facts hidden or false evidence given
    B,
    /// used for unlawful acts
    C,
    /// the economic situation no longer fits; never where it was not looked at
    D,
    /// the case was ended or withdrawn
    E,
    /// the recipient has engaged a lawyer of their own
    F,
    /// the recipient asks for it with good reason
    G,
    /// other cases laid down by law
    H
}
