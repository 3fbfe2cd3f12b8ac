package cn.sanming.migrant.platform.jobs;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;

/// Which cases are due on a business date (到期事项).
public sealed interface DueCases {

    /// Documents that an index finds; read page by page, ids only, so that a broken document does not hide the others.
    record Documents(Class<?> type, Function<LocalDate, Criteria> due) implements DueCases {}

    /// Ids that are worked out; the stream is closed and may not hold a cursor open.
    record Listed(Function<LocalDate, Stream<String>> ids) implements DueCases {}

    /// Each value of an indexed field, such as every employer that somebody works for.
    record Values(Class<?> type, String field) implements DueCases {}

    /// The date as a whole, such as a draw or a report.
    record WholeDate() implements DueCases {}
}
