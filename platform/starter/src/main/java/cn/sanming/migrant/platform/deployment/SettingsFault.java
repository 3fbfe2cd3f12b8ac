package cn.sanming.migrant.platform.deployment;

import java.io.Serial;
import java.util.List;

/// The service cannot start with what the deployment has told it.
final class SettingsFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /// @param faults one line for each setting; never its value, which may be secret
    SettingsFault(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
