package cn.sanming.migrant.wage.employment;

import java.time.LocalDate;
import java.util.Optional;

/// What the register of contracts answers about an employment.
public interface SignedContracts {

    /// The day the contract of this employment was signed by both sides, if it was.
    Optional<LocalDate> signedOn(String employmentId);
}
