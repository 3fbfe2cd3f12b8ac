package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a case came in (案件来源): by whom, about whom, for which months.
///
/// @param reporter   who reported it, encrypted; kept from everybody but the two inspectors (监察条例 art. 9)
/// @param fileBy     last day to file the case
/// @param arrearsIds the arrears records it grew out of, if any
record Intake(
        Source source,
        Breach breach,
        LocalDate receivedOn,
        LocalDate fileBy,
        @Nullable String projectId,
        @Nullable String contractorUscc,
        @Nullable String ownerUscc,
        List<YearMonth> periods,
        List<String> arrearsIds,
        @Nullable String facts,
        @Nullable Sealed reporter) {

    /// Where the clue comes from.
    enum Source {
        COMPLAINT,
        ANONYMOUS,
        OFFICER,
        ARREARS
    }

    /// What is complained about; holding a worker's bank card (扣押工资卡) is a breach of its own (支付条例 art. 31).
    enum Breach {
        UNPAID_WAGES,
        CARD_HELD
    }

    /// One open case per employer, project and month.
    List<String> keys(String employerUscc) {
        var stem = employerUscc + '|' + (projectId == null ? "-" : projectId) + '|';
        return periods.isEmpty()
                ? List.of(stem + '-')
                : periods.stream().map(month -> stem + month).toList();
    }
}
