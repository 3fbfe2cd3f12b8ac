package cn.sanming.migrant.housing.work.messaging;

import cn.sanming.migrant.housing.work.Spell;
import cn.sanming.migrant.housing.work.WorkBook;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the wage department's events tell of jobs: a contract, a contract that is missing, a month that was worked
/// and not paid.
@Component
class WorkNews {

    private final WorkBook book;

    record Signed(String personId, String employerUscc, LocalDate startOn) {}

    record Overdue(String personId, String employerUscc, LocalDate startOn) {}

    record Unpaid(String employerUscc, String districtCode, String period, List<String> personIds) {}

    WorkNews(WorkBook book) {
        this.book = book;
    }

    @OnEvent(value = "wage.contract.signed", id = "note-work-by-contract")
    void hearOfContract(Signed news, Received event) {
        book.hear(
                news.personId(),
                new Spell(news.startOn(), null, news.employerUscc(), event.district(), Spell.Source.EVENT));
    }

    @OnEvent(value = "wage.contract.overdue", id = "note-work-without-contract")
    void hearOfWorkWithoutContract(Overdue news, Received event) {
        book.hear(
                news.personId(),
                new Spell(news.startOn(), null, news.employerUscc(), event.district(), Spell.Source.EVENT));
    }

    /// A month of unpaid wages is a month of work.
    @OnEvent(value = "wage.arrears.detected", id = "note-unpaid-month")
    void hearOfUnpaidMonth(Unpaid news, Received event) {
        if (!news.period().matches("[0-9]{4}-[0-9]{2}")) {
            return;
        }
        var month = YearMonth.parse(news.period());
        var spell = new Spell(
                month.atDay(1),
                month.plusMonths(1).atDay(1),
                news.employerUscc(),
                news.districtCode(),
                Spell.Source.EVENT);
        news.personIds().forEach(person -> book.hear(person, spell));
    }
}
