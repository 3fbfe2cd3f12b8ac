package cn.sanming.migrant.wage.site;

import java.time.LocalDate;
import java.util.List;

/// The notice board on the site (维权信息告示牌) as it was last checked; 支付条例 art. 34.
///
/// @param photo   reference of the photograph
/// @param missing items the rule found missing
record NoticeBoard(List<String> items, String photo, LocalDate checkedOn, List<String> missing) {

    boolean complete() {
        return missing.isEmpty();
    }
}
