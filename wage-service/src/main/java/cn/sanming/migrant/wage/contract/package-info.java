/// Labour contracts (劳动合同): drafted, signed by both sides, renewed, ended; and what an employer owes that let the
/// first month pass; 劳动合同法 art. 10, 82.
@NullMarked
package cn.sanming.migrant.wage.contract;

import org.jspecify.annotations.NullMarked;
