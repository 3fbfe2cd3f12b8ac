package cn.sanming.migrant.supervision.indicator;

import java.util.List;

/// Turns what is known about one subject into what is counted (公式). A pure function: the same facts, in whatever
/// order they came, give the same items.
@FunctionalInterface
interface Formula {

    List<CountedFact> items(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures);
}
