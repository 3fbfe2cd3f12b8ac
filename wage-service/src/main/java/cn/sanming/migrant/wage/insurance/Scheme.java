package cn.sanming.migrant.wage.insurance;

/// The schemes of social insurance (险种); nobody is in the same one twice at the same time.
enum Scheme {
    EMPLOYEE_PENSION,
    RESIDENT_PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    MEDICAL
}
