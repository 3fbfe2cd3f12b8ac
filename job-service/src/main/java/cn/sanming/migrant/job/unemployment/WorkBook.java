package cn.sanming.migrant.job.unemployment;

import java.time.LocalDate;
import java.util.Optional;

/// Who works (就业情况), for the features that must know before they decide.
public interface WorkBook {

    /// The placement by which somebody works on a day, if there is one.
    Optional<String> workOf(String personId, LocalDate on);
}
