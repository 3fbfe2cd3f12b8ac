package cn.sanming.migrant.platform.rules;

/// A rule of a measure: a pure function from facts to a finding. The real decision and the public evaluation both
/// call it.
///
/// @param <F> the facts, a record; its components are the input fields
/// @param <R> the finding, a record; its components are the result fields
public interface Rule<F, R> {

    R decide(F facts, RuleContext context);
}
