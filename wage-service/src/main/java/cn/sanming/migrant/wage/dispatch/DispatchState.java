package cn.sanming.migrant.wage.dispatch;

/// What a report of head counts showed.
enum DispatchState {
    COMPLIANT,
    EXCEEDED
}
