package cn.sanming.migrant.community.opening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The hours of a week (开放时间): on which days from when until when. A day without hours is a closed day.
public record WeekHours(@NotEmpty @Valid List<Span> spans) {

    /// The same hours on some days of the week.
    public record Span(@NotEmpty List<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Span {
            days = List.copyOf(days);
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("opens before it closes");
            }
        }

        private String text() {
            return days.stream().map(WeekHours::brief).collect(Collectors.joining(",")) + ' ' + from + '-' + to;
        }
    }

    public WeekHours {
        spans = List.copyOf(spans);
        var days = spans.stream().flatMap(span -> span.days().stream()).toList();
        if (days.stream().distinct().count() != days.size()) {
            throw new IllegalArgumentException("every day once");
        }
    }

    public static WeekHours daily(LocalTime from, LocalTime to) {
        return new WeekHours(List.of(new Span(List.of(DayOfWeek.values()), from, to)));
    }

    public Optional<Span> on(LocalDate day) {
        return spans.stream()
                .filter(span -> span.days().contains(day.getDayOfWeek()))
                .findFirst();
    }

    /// Whether it is open at a moment: the opening minute is, the closing minute is not.
    public boolean isOpenAt(LocalDateTime moment) {
        return on(moment.toLocalDate())
                .filter(span -> !moment.toLocalTime().isBefore(span.from())
                        && moment.toLocalTime().isBefore(span.to()))
                .isPresent();
    }

    /// As it is written on the door: `MON,TUE 08:00-18:00; SAT 09:00-12:00`.
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining("; "));
    }

    private static String brief(DayOfWeek day) {
        return day.name().substring(0, 3).toUpperCase(Locale.ROOT);
    }
}
