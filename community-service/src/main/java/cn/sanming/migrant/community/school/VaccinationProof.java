package cn.sanming.migrant.community.school;

import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;

/// Whether the vaccination unit can vouch for a child (预防接种证查验), so that the family need not bring the booklet.
public interface VaccinationProof {

    /// Only yes or no; that a school has asked stands in the child's trail of reads.
    ///
    /// @return true if a file is kept here and no dose that is due is missing
    boolean complete(String childId, LocalDate on, CommandContext context);
}
