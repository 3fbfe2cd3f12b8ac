/// Keeps reservations in line with the decisions behind them (对账), whoever's they are.
@NullMarked
package cn.sanming.migrant.subsidy.reconciliation;

import org.jspecify.annotations.NullMarked;
