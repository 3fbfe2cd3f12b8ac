package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import java.time.LocalDate;

/// Who looks after labour and wages on the site (劳资专管员); 支付条例 art. 28. Name and phone are encrypted.
record LabourOfficer(Sealed name, Sealed phone, String phoneMasked, LocalDate namedOn) {

    static String masked(String phone) {
        return phone.length() < 8
                ? "*".repeat(phone.length())
                : phone.substring(0, 3) + "*".repeat(phone.length() - 7) + phone.substring(phone.length() - 4);
    }
}
