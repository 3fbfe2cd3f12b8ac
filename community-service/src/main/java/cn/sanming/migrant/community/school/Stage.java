package cn.sanming.migrant.community.school;

/// The stage of compulsory education (学段): primary school or junior middle school.
public enum Stage {
    PRIMARY,
    JUNIOR
}
