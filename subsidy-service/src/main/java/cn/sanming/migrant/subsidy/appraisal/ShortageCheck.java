package cn.sanming.migrant.subsidy.appraisal;

import java.util.Optional;

/// The question to the training department, which keeps the shortage list (急需紧缺目录): did it hold the occupation of a
/// certificate on the day of issue? Silence means that the dated figure of our own decides.
public interface ShortageCheck {

    Optional<Boolean> onShortageList(String certificateId);
}
