package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.kernel.Refusal;
import java.time.LocalDate;

/// What came of giving a drawn home to an application (摇号配租结果).
public sealed interface DrawnHome {

    /// It holds the home now, from this call or from an earlier try.
    record Given() implements DrawnHome {}

    /// It has left the list, or has refused this very home before.
    ///
    /// @param why the state it left for, or `REFUSED_BEFORE`; @param since the day it did so
    record Left(String why, LocalDate since) implements DrawnHome {}

    /// It stands on the list as before, and something else came between: nobody loses a home by that.
    record Hindered(Refusal refusal) implements DrawnHome {}
}
