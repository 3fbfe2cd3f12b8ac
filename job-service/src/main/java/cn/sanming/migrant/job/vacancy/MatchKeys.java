package cn.sanming.migrant.job.vacancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// What a vacancy and a seeker must have in common before counting points is worth it (匹配索引): the first two parts
/// of an occupation, or the place. Both sides keep their keys in an index, so that neither is ever read as a whole.
public final class MatchKeys {

    /// The key that everything has which can be matched at all.
    public static final String ANY = "*";

    private MatchKeys() {}

    public static List<String> of(Collection<String> occupations, Collection<String> districts) {
        var keys = new LinkedHashSet<String>();
        keys.add(ANY);
        occupations.forEach(code -> keys.add("o:" + group(code)));
        districts.forEach(code -> keys.add("d:" + code));
        return new ArrayList<>(keys);
    }

    /// The keys to look for: all but the one that everything has, unless the points can be reached without any other.
    public static List<String> wanted(Collection<String> keys, boolean needed) {
        return needed ? keys.stream().filter(key -> !key.equals(ANY)).toList() : List.of(ANY);
    }

    private static String group(String occupation) {
        var parts = occupation.split("-");
        return parts.length < 2 ? occupation : parts[0] + "-" + parts[1];
    }
}
