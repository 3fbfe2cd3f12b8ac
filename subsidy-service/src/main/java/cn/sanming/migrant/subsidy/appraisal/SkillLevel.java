package cn.sanming.migrant.subsidy.appraisal;

import org.jspecify.annotations.Nullable;

/// A skill level (职业技能等级): 5 the lowest, 1 the highest, 0 for a special ability (专项能力). Grades of the newer eight-
/// grade system outside this range are paid as the nearest one.
record SkillLevel(int number) {

    private static final String SPECIAL = "SPECIAL";

    static @Nullable SkillLevel parse(String text) {
        if (text.equals(SPECIAL) || text.equals("SPECIAL_ABILITY")) {
            return new SkillLevel(0);
        }
        return text.matches("-?[0-9]") ? new SkillLevel(Math.clamp(Integer.parseInt(text), 1, 5)) : null;
    }

    static SkillLevel of(@Nullable Integer level) {
        return new SkillLevel(level == null ? 0 : Math.clamp(level, 1, 5));
    }

    boolean special() {
        return number == 0;
    }

    /// The parameter that holds its standard.
    String parameter() {
        return special() ? "subsidy.appraisal.special" : "subsidy.appraisal.level" + number;
    }

    /// Whether the subsidy already paid for another level of the same occupation covers this one.
    boolean coveredBy(@Nullable SkillLevel paid) {
        if (paid == null || paid.special() != special()) {
            return false;
        }
        return paid.number <= number;
    }

    @Override
    public String toString() {
        return special() ? SPECIAL : Integer.toString(number);
    }
}
