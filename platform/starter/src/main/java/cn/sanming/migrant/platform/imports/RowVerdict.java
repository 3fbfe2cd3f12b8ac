package cn.sanming.migrant.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one row (行结果).
///
/// @param row       as the program on the desk shows it, from 1
/// @param verdict   such as ACCEPTED, UNCHANGED, DUPLICATE, REJECTED
/// @param reference what the sender calls it
/// @param id        of the record it became
/// @param card      the card of the row, masked
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowVerdict(
        int row,
        String verdict,
        @Nullable String reference,
        @Nullable String id,
        @Nullable String card,
        List<RowFaults.Fault> errors) {}
