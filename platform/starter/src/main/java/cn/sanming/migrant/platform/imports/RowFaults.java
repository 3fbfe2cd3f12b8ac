package cn.sanming.migrant.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with one row (行差错), in one sentence for each fault.
///
/// @param row as the program on the desk shows it, from 1
public record RowFaults(int row, List<Fault> errors) {

    /// @param cell    such as `H5`
    /// @param heading of the column, as it stands in the file
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(
            String code,
            @Nullable String pointer,
            @Nullable String cell,
            @Nullable String heading,
            @Nullable String required,
            @Nullable String found,
            String textZh,
            String textEn) {}

    public RowFaults {
        errors = List.copyOf(errors);
    }
}
