package cn.sanming.migrant.platform.jobs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;

/// One step of a job: the cases that are due, and what is done with one of them. What is thrown parks the case.
///
/// @param name stable name, unique in the job; @param days on which dates anything can be due
public record DueStep(String name, DueCases due, CaseHandler handler, Predicate<LocalDate> days) {

    DueStep(String name, DueCases due, CaseHandler handler) {
        this(name, due, handler, _ -> true);
    }

    /// Only on some dates, such as Mondays.
    public DueStep on(Predicate<LocalDate> some) {
        return new DueStep(name, due, handler, some);
    }

    /// Handles one case; it may be called again for the same case and then does nothing more.
    @FunctionalInterface
    public interface CaseHandler {
        void handle(String caseId, BusinessDay day);
    }

    /// Every document that is due; an index must stand behind the criteria.
    public static DueStep each(String name, Class<?> type, Function<LocalDate, Criteria> due, CaseHandler handler) {
        return new DueStep(name, new DueCases.Documents(type, due), handler);
    }

    /// Every case in some states that is due; the second criteria name the day and have an index with the state.
    public static DueStep each(
            String name,
            Class<?> type,
            Collection<? extends Enum<?>> states,
            BiFunction<Criteria, LocalDate, Criteria> due,
            CaseHandler handler) {
        var names = states.stream().map(Enum::name).toList();
        return each(name, type, date -> due.apply(Criteria.where("file.state").in(names), date), handler);
    }

    /// Every case in some states; the handler asks the case itself whether anything is due.
    public static DueStep each(String name, Class<?> type, Collection<? extends Enum<?>> states, CaseHandler handler) {
        return each(name, type, states, (inState, _) -> inState, handler);
    }

    /// Every value of an indexed field.
    public static DueStep eachValue(String name, Class<?> type, String field, CaseHandler handler) {
        return new DueStep(name, new DueCases.Values(type, field), handler);
    }

    /// Ids that are no documents or are found in another way.
    public static DueStep eachOf(String name, Function<LocalDate, Stream<String>> ids, CaseHandler handler) {
        return new DueStep(name, new DueCases.Listed(ids), handler);
    }

    /// Work on the date as a whole.
    public static DueStep once(String name, Consumer<BusinessDay> work) {
        return new DueStep(name, new DueCases.WholeDate(), (_, day) -> work.accept(day));
    }
}
