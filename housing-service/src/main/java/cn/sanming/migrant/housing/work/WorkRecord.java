package cn.sanming.migrant.housing.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// What is known of one person's work (工作记录).
///
/// @param answered the last answer of the wage department, complete with the ends of jobs
/// @param told     jobs that events spoke of; their ends are not in events
/// @param askedOn  day of that answer; none as long as there was none
/// @param outdated an event has told of a job since that the answer does not know
@Document("work_records")
record WorkRecord(
        @Id String personId,
        @Version @Nullable Long version,
        List<Spell> answered,
        List<Spell> told,
        @Nullable LocalDate askedOn,
        @Nullable Boolean outdated) {

    static WorkRecord empty(String personId) {
        return new WorkRecord(personId, null, List.of(), List.of(), null, null);
    }

    /// Whether the answer still tells everything: it is of that day, and no event has told of another job since.
    boolean isOf(LocalDate day) {
        return day.equals(askedOn) && !Boolean.TRUE.equals(outdated);
    }

    /// An event spoke of a job; told again, it changes nothing.
    WorkRecord hears(Spell spell) {
        if (told.stream().anyMatch(spell::sameJobAs)) {
            return this;
        }
        var all = new ArrayList<>(told);
        all.add(spell);
        var news = Boolean.TRUE.equals(outdated) || answered.stream().noneMatch(spell::sameJobAs);
        return new WorkRecord(personId, version, answered, List.copyOf(all), askedOn, news);
    }

    /// What an older answer still proves: an open job went on at least until the day it was asked for.
    List<Spell> answeredUntilAsked() {
        return answered.stream()
                .map(spell -> spell.to() != null || askedOn == null
                        ? spell
                        : new Spell(
                                spell.from(),
                                askedOn.plusDays(1),
                                spell.employerUscc(),
                                spell.district(),
                                spell.source()))
                .toList();
    }

    WorkRecord answered(List<Spell> spells, LocalDate on) {
        return new WorkRecord(personId, version, List.copyOf(spells), told, on, false);
    }
}
