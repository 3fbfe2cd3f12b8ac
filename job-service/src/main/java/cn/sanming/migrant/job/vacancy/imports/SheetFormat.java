package cn.sanming.migrant.job.vacancy.imports;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The formats a file of vacancies may come in, by content type.
public enum SheetFormat {
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    public static Optional<SheetFormat> of(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        var bare = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (format.contentType.equals(bare)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public String contentType() {
        return contentType;
    }
}
