package cn.sanming.migrant.supervision.catalogue;

import java.util.List;

/// What a type of event means: its measures and clauses, and how it reads in a timeline.
///
/// @param withheld fields of health data that supervision does not keep: it sees counts
public record EventCard(
        String type,
        String producer,
        List<String> measures,
        List<String> clauses,
        String key,
        String summaryZh,
        String summaryEn,
        List<String> withheld,
        List<Reaction> reactions) {

    /// What another department does when it hears of it.
    public record Reaction(String consumer, String reaction) {}
}
