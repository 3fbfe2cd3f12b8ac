package cn.sanming.migrant.wage.blacklist;

/// How an employer left the list (移出): its years are over, early by good conduct, or the order behind it was revoked.
public enum RemovalReason {
    EXPIRED,
    EARLY,
    ANNULLED
}
