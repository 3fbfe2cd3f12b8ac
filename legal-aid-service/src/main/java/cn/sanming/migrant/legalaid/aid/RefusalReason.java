package cn.sanming.migrant.legalaid.aid;

/// Why legal aid is refused (不予援助的理由); codes only, so that the event carries nothing personal.
enum RefusalReason {
    INCOME_ABOVE_LIMIT,
    MATTER_NOT_COVERED,
    NOT_COMPETENT,
    ALREADY_REPRESENTED,
    NO_LEGAL_BASIS,
    FALSE_STATEMENT
}
