package cn.sanming.migrant.platform.store;

import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/// How values stand in documents: money as whole fen, so that the store can add and compare it; days as ISO text,
/// which has no time zone and sorts.
final class Converters {

    private Converters() {}

    static MongoCustomConversions all() {
        return MongoCustomConversions.create(adapter -> {
            adapter.bigDecimal(MongoCustomConversions.BigDecimalRepresentation.STRING);
            adapter.registerConverters(List.of(
                    new MoneyToFen(),
                    new FenToMoney(),
                    new DayToText(),
                    new TextToDay(),
                    new MonthToText(),
                    new TextToMonth(),
                    new TimeToText(),
                    new TextToTime(),
                    new CodeToText(),
                    new TextToCode(),
                    new WorkerToText(),
                    new TextToWorker()));
        });
    }

    @WritingConverter
    static final class MoneyToFen implements Converter<Money, Long> {
        @Override
        public Long convert(Money money) {
            return money.amount().movePointRight(2).longValueExact();
        }
    }

    @ReadingConverter
    static final class FenToMoney implements Converter<Long, Money> {
        @Override
        public Money convert(Long fen) {
            return Money.of(BigDecimal.valueOf(fen, 2));
        }
    }

    @WritingConverter
    static final class DayToText implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    static final class TextToDay implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }

    @WritingConverter
    static final class MonthToText implements Converter<YearMonth, String> {
        @Override
        public String convert(YearMonth month) {
            return month.toString();
        }
    }

    @ReadingConverter
    static final class TextToMonth implements Converter<String, YearMonth> {
        @Override
        public YearMonth convert(String text) {
            return YearMonth.parse(text);
        }
    }

    @WritingConverter
    static final class TimeToText implements Converter<LocalTime, String> {
        @Override
        public String convert(LocalTime time) {
            return time.toString();
        }
    }

    @ReadingConverter
    static final class TextToTime implements Converter<String, LocalTime> {
        @Override
        public LocalTime convert(String text) {
            return LocalTime.parse(text);
        }
    }

    @WritingConverter
    static final class CodeToText implements Converter<CreditCode, String> {
        @Override
        public String convert(CreditCode code) {
            return code.value();
        }
    }

    @ReadingConverter
    static final class TextToCode implements Converter<String, CreditCode> {
        @Override
        public CreditCode convert(String text) {
            return CreditCode.withManualOverride(text);
        }
    }

    @WritingConverter
    static final class WorkerToText implements Converter<WorkerId, String> {
        @Override
        public String convert(WorkerId worker) {
            return worker.value();
        }
    }

    @ReadingConverter
    static final class TextToWorker implements Converter<String, WorkerId> {
        @Override
        public WorkerId convert(String text) {
            return new WorkerId(text);
        }
    }
}
