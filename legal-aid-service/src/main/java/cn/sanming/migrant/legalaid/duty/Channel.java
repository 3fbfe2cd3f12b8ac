package cn.sanming.migrant.legalaid.duty;

/// How people reach a lawyer (咨询渠道): the hotline 12348, the city's app “e三明”, or the counter.
public enum Channel {
    HOTLINE_12348,
    E_SANMING,
    COUNTER
}
