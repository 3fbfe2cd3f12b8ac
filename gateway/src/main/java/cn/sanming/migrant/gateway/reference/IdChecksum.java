package cn.sanming.migrant.gateway.reference;

import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.reference.ResidentId.Fault;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import org.jspecify.annotations.Nullable;

/// Whether a resident identity number (公民身份号码) can be one. The number itself never appears in the answer.
@PolicyRule(
        id = "ID_CHECKSUM",
        measure = "M00",
        zh = "公民身份号码校验",
        en = "Check of a resident identity number",
        clause = "GB 11643-1999")
final class IdChecksum implements Rule<IdChecksum.Facts, IdChecksum.Finding> {

    private static final String CLAUSE = "GB 11643-1999";

    record Facts(String idNumber) {}

    record Finding(boolean valid, @Nullable Fault error) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var fault = ResidentId.fault(facts.idNumber(), context.today()).orElse(null);
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
            case FORMAT -> "18 characters: 17 digits and a digit or X";
            case BIRTH_DATE -> "digits 7 to 14 are a day, not in the future";
            case CHECK_DIGIT -> "the last character is the ISO 7064 MOD 11-2 check of the others";
        };
    }
}
