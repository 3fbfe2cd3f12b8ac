package cn.sanming.migrant.subsidy.employer;

import java.util.Optional;

/// The question to the wage department (黑名单查询) about an employer we have never heard of.
public interface BlacklistCheck {

    /// @return whether it is listed, or nothing when the department stays silent
    Optional<Boolean> listed(String uscc);
}
