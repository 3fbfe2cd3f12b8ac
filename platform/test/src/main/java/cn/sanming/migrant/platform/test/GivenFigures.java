package cn.sanming.migrant.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The figures that alerts and dashboard ask for, held against what a running service really answers.
public final class GivenFigures {

    private static final Path LIST = Path.of("deploy", "kubernetes", "observability", "figures.txt");

    private GivenFigures() {}

    /// @param giver `every room`, or the name of a service
    public static void areGivenBy(String giver, Api.Answer prometheus) throws IOException {
        var wanted = wantedOf(giver);
        assertThat(wanted).as("figures of " + giver).isNotEmpty();
        var given = prometheus
                .raw()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
        assertThat(given).containsAll(wanted);
    }

    private static List<String> wantedOf(String giver) throws IOException {
        var file = Path.of("").toAbsolutePath();
        while (!Files.exists(file.resolve(LIST))) {
            file = file.getParent();
        }
        return Files.readAllLines(file.resolve(LIST)).stream()
                .map(line -> line.split(" +", 2))
                .filter(row -> row.length == 2 && row[1].equals(giver))
                .map(row -> row[0])
                .toList();
    }
}
