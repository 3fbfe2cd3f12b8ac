package cn.sanming.migrant.wage.register;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The codes nearly every record bears, checked where they come in: the firm's credit code and the county.
public final class Codes {

    private Codes() {}

    /// @param employerUscc under `/employer_uscc`, if it is given at all
    public static List<Reason> faults(@Nullable String employerUscc, String district) {
        var faults = new ArrayList<Reason>();
        if (employerUscc != null) {
            CreditCode.fault(employerUscc)
                    .ifPresent(fault -> faults.add(
                            Reason.at("/employer_uscc", "CREDIT_CODE_" + fault).clause("GB 32100")));
        }
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT").clause("GB/T 2260"));
        }
        return faults;
    }

    public static <T> Outcome<T> refused(List<Reason> faults) {
        return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
    }
}
