package cn.sanming.migrant.wage.employment;

/// Whether somebody still works there.
enum EmploymentState {
    OPEN,
    ENDED
}
