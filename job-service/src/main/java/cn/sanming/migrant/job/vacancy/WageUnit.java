package cn.sanming.migrant.job.vacancy;

/// What a wage is paid for (计薪方式).
enum WageUnit {
    MONTH,
    DAY,
    HOUR,
    PIECE
}
