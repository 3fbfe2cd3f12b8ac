package cn.sanming.migrant.job.recommendation;

import cn.sanming.migrant.job.vacancy.MatchKeys;
import cn.sanming.migrant.job.vacancy.PublicVacancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All open vacancies of a day by their keys, for the one run a week that serves everybody.
final class OpenVacancies {

    private final Map<String, List<PublicVacancy>> byKey = new HashMap<>();

    private OpenVacancies() {}

    static OpenVacancies of(Stream<PublicVacancy> open) {
        var shelf = new OpenVacancies();
        open.forEach(vacancy -> MatchKeys.of(
                        Stream.ofNullable(vacancy.occupationCode()).toList(),
                        Stream.ofNullable(vacancy.district()).toList())
                .forEach(key ->
                        shelf.byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(vacancy)));
        return shelf;
    }

    Stream<PublicVacancy> having(List<String> keys) {
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .distinct();
    }
}
