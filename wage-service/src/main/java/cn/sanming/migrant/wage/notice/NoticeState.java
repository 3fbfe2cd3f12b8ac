package cn.sanming.migrant.wage.notice;

/// States of a notice; the transitions stand in `lifecycles/ViolationNotice.yaml`.
enum NoticeState {
    DRAFT,
    APPROVED,
    PUBLISHED,
    CORRECTED,
    WITHDRAWN
}
