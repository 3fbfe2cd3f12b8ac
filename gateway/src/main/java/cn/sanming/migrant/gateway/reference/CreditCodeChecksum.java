package cn.sanming.migrant.gateway.reference;

import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.CreditCode.Fault;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import org.jspecify.annotations.Nullable;

/// Whether a unified social credit code (统一社会信用代码) can be one. Some early codes issued in Fujian fail the
/// check character and are still good: an officer who has seen the licence may accept them, this rule may not.
@PolicyRule(
        id = "USCC_CHECKSUM",
        measure = "M00",
        zh = "统一社会信用代码校验",
        en = "Check of a unified social credit code",
        clause = "GB 32100-2015")
final class CreditCodeChecksum implements Rule<CreditCodeChecksum.Facts, CreditCodeChecksum.Finding> {

    private static final String CLAUSE = "GB 32100-2015";

    record Facts(String uscc) {}

    record Finding(boolean valid, @Nullable Fault error) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var fault = CreditCode.fault(facts.uscc()).orElse(null);
        for (var looked : Fault.values()) {
            var passed = fault != looked;
            context.step(CLAUSE, statement(looked), null, passed ? "fits" : looked, passed);
            if (!passed) {
                break;
            }
        }
        return new Finding(fault == null, fault);
    }

    private static String statement(Fault fault) {
        return switch (fault) {
            case FORMAT -> "18 characters out of the 31 digits and letters, without I, O, S, V and Z";
            case CHECK_CHAR -> "the last character is the MOD 31 check of the others";
        };
    }
}
