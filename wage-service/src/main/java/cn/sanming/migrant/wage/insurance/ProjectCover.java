package cn.sanming.migrant.wage.insurance;

import java.time.LocalDate;

/// Whether an accident on a site is insured (项目参保覆盖).
public interface ProjectCover {

    /// Every worker on the site counts, registered or not; only the day of the accident matters.
    boolean covers(String projectId, LocalDate accidentOn);
}
