package cn.sanming.migrant.wage.blacklist;

/// States of a listing; the transitions stand in `lifecycles/BlacklistEntry.yaml`.
public enum BlacklistState {
    PROPOSED,
    NOTICE_SERVED,
    OBJECTION,
    NOT_LISTED,
    READY,
    LISTED,
    EARLY_REMOVAL_REVIEW,
    REMOVED
}
