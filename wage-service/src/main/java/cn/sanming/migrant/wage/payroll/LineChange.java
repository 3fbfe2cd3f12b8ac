package cn.sanming.migrant.wage.payroll;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A change of a payroll's lines that is being prepared (明细变更): it holds once the payroll's own number has reached it.
///
/// @param number above the payroll's own while it is not committed
/// @param holder who prepares it
/// @param until  when somebody else may take over, because the holder has died
@Document("payroll_changes")
record LineChange(
        @Id String payrollId,
        int number,
        String holder,
        @Indexed Instant until) {}
