package cn.sanming.migrant.subsidy.appraisal;

import java.util.Collection;
import java.util.Set;

/// Which entitlements workers have confirmed (已申领): whose application is in work does not lose it while the office
/// takes its time.
public interface Confirmations {

    /// Those of these entitlements for which a submitted application is not over.
    Set<String> inWork(Collection<String> entitlementIds);
}
