package cn.sanming.migrant.supervision.rectification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The report of one special supervision round (专项督查报告): what was found, at whom, and how far it has been put
/// right; M20.4.
///

@JsonInclude(JsonInclude.Include.ALWAYS)
record RoundReport(
        String round,
        LocalDate on,
        @Nullable LocalDate firstIssuedOn,
        @Nullable LocalDate lastDueOn,
        Standing total,
        List<Standing> byUnit,
        List<Standing> byMeasure,
        List<RectificationView> findings) {

    /// @param overdue neither submitted nor closed after the last day
    record Standing(String of, int issued, int open, int overdue, int escalated, int closed, int closedOnTime) {

        static Standing of(String name, List<Rectification> findings, LocalDate today) {
            return new Standing(
                    name,
                    findings.size(),
                    count(findings, one -> !one.file().is(RectificationState.CLOSED)),
                    count(
                            findings,
                            one -> !one.file().is(RectificationState.CLOSED, RectificationState.SUBMITTED)
                                    && one.isLate(today)),
                    count(findings, one -> one.file().last("escalate").isPresent()),
                    count(findings, one -> one.file().is(RectificationState.CLOSED)),
                    count(findings, one -> one.file().is(RectificationState.CLOSED) && one.isOnTime()));
        }

        private static int count(List<Rectification> findings, Function<Rectification, Boolean> which) {
            return (int) findings.stream().filter(which::apply).count();
        }
    }

    static RoundReport of(String round, List<Rectification> findings, LocalDate today) {
        return new RoundReport(
                round,
                today,
                findings.stream()
                        .map(Rectification::issuedOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                findings.stream()
                        .map(Rectification::dueOn)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                Standing.of(round, findings, today),
                standings(findings, Rectification::unitCode, today),
                standings(findings, Rectification::measure, today),
                findings.stream().map(RectificationView::of).toList());
    }

    private static List<Standing> standings(
            List<Rectification> findings, Function<Rectification, String> by, LocalDate today) {
        return findings.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> Standing.of(entry.getKey(), entry.getValue(), today))
                .toList();
    }
}
