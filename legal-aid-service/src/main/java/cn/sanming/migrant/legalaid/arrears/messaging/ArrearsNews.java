package cn.sanming.migrant.legalaid.arrears.messaging;

import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.legalaid.arrears.ArrearsFact;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the copy of arrears up to date.
@Component
class ArrearsNews {

    private final ArrearsBook book;

    record Detected(
            @Nullable String projectId,
            String employerUscc,
            String period,
            List<String> personIds,
            Money total,
            LocalDate effectiveDueDate,
            String level) {}

    record Cleared(String employerUscc, Money total, LocalDate clearedOn) {}

    record Excused(String employerUscc, Money total, LocalDate excusedOn) {}

    record Reinstated(String employerUscc, Money total) {}

    ArrearsNews(ArrearsBook book) {
        this.book = book;
    }

    @OnEvent(value = "wage.arrears.detected", id = "note-arrears-detected")
    void enter(Detected news, Received event) {
        book.enter(new ArrearsFact(
                event.subject(),
                null,
                event.sequence(),
                news.employerUscc(),
                news.projectId(),
                news.period(),
                news.personIds(),
                news.total(),
                news.effectiveDueDate(),
                news.level(),
                null));
    }

    @OnEvent(value = "wage.arrears.cleared", id = "note-arrears-cleared")
    void clear(Cleared news, Received event) {
        book.clear(event.subject(), event.sequence(), news.employerUscc(), news.total(), news.clearedOn());
    }

    @OnEvent(value = "wage.arrears.excused", id = "note-arrears-excused")
    void excuse(Excused news, Received event) {
        book.excuse(event.subject(), event.sequence(), news.employerUscc(), news.total(), news.excusedOn());
    }

    @OnEvent(value = "wage.arrears.reinstated", id = "note-arrears-reinstated")
    void reinstate(Reinstated news, Received event) {
        book.reinstate(event.subject(), event.sequence(), news.employerUscc(), news.total());
    }
}
