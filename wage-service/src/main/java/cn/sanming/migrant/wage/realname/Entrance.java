package cn.sanming.migrant.wage.realname;

import cn.sanming.migrant.platform.reference.WorkerId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A worker comes to the site: for which employer, by which labour contract, in which trade.
///
/// @param enteredOn today, unless said otherwise
record Entrance(
        WorkerId personId,
        String employerUscc,
        @NotBlank @Size(max = 40) String contractId,
        @NotBlank @Size(max = 40) String trade,
        @Nullable LocalDate enteredOn) {}
