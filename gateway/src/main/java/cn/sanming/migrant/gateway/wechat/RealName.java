package cn.sanming.migrant.gateway.wechat;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.Folding;
import cn.sanming.migrant.platform.reference.ResidentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a worker says about themselves (实名信息), correct in form.
record RealName(String name, ResidentId idNumber, String phone) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    /// Everything that is wrong with what was said, in its order.
    static List<Reason> faults(String name, String idNumber, String phone, LocalDate today) {
        var faults = new ArrayList<Reason>();
        if (!Folding.isName(Folding.name(name))) {
            faults.add(Reason.at("/name", "INVALID_NAME"));
        }
        ResidentId.fault(Folding.number(idNumber), today)
                .ifPresent(fault -> faults.add(Reason.at("/id_number", "INVALID_ID_NUMBER_" + fault)));
        if (!MOBILE.matcher(Folding.phone(phone)).matches()) {
            faults.add(Reason.at("/phone", "INVALID_PHONE"));
        }
        return faults;
    }

    static RealName of(String name, String idNumber, String phone, LocalDate today) {
        return new RealName(Folding.name(name), ResidentId.of(Folding.number(idNumber), today), Folding.phone(phone));
    }

    /// `138****0011`
    String maskedPhone() {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    @Override
    public String toString() {
        return "real name of " + idNumber;
    }
}
