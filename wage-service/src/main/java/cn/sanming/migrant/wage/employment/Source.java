package cn.sanming.migrant.wage.employment;

/// How the department came to know of an employment: the employer said so, or the job department placed somebody.
public enum Source {
    DECLARED,
    PLACEMENT,
    WELFARE_POST
}
