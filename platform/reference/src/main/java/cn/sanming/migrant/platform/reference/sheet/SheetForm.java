package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.Yaml;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a service wants to read from a sheet (表格定义): its columns and their headings, as data.
public final class SheetForm {

    private final Definition definition;
    private final Map<String, Column> byKey = new HashMap<>();
    private final Map<String, Match> byHeading = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();

    /// @param rows most rows of data; @param ignored headings that are known and say nothing here
    record Definition(String name, String zh, String en, int rows, List<String> ignored, List<Column> columns) {}

    /// A heading that is known. The lower its rank, the surer; a total stands for all its parts.
    record Match(Column column, int rank, boolean total) {}

    private SheetForm(Definition definition) {
        this.definition = definition;
        for (var column : definition.columns()) {
            if (byKey.put(column.key(), column) != null) {
                throw new IllegalArgumentException("column " + column.key() + " stands twice");
            }
            know(column.key(), new Match(column, 0, false));
            for (int i = 0; i < column.headings().size(); i++) {
                know(column.headings().get(i), new Match(column, i, false));
            }
            for (int i = 0; i < column.totals().size(); i++) {
                know(column.totals().get(i), new Match(column, i, true));
            }
        }
        definition.ignored().forEach(heading -> ignored.add(Headings.plain(heading)));
    }

    private void know(String heading, Match match) {
        var before = byHeading.putIfAbsent(Headings.plain(heading), match);
        if (before != null && !before.column().key().equals(match.column().key())) {
            throw new IllegalArgumentException("heading " + heading + " means two columns");
        }
    }

    public static SheetForm load(InputStream yaml) {
        return new SheetForm(Yaml.read(yaml, Definition.class));
    }

    /// @param owner whose form it is: in a city of one process each room sees its own files only
    public static SheetForm resource(Class<?> owner, String path) {
        return load(Objects.requireNonNull(owner.getResourceAsStream(path), () -> "resource " + path + " is missing"));
    }

    public String name() {
        return definition.name();
    }

    public String zh() {
        return definition.zh();
    }

    public String en() {
        return definition.en();
    }

    public int rows() {
        return definition.rows();
    }

    public List<Column> columns() {
        return definition.columns();
    }

    public Column column(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    @Nullable
    Column byKey(String key) {
        return byKey.get(key);
    }

    /// What a heading as it stands in a file means, with or without what stands in brackets behind it.
    @Nullable
    Match match(String heading) {
        var plain = Headings.plain(heading);
        if (plain.isEmpty()) {
            return null;
        }
        var exact = byHeading.get(plain);
        return exact != null ? exact : byHeading.get(Headings.bare(plain));
    }

    boolean ignores(String heading) {
        var plain = Headings.plain(heading);
        return ignored.contains(plain) || ignored.contains(Headings.bare(plain));
    }
}
