package cn.sanming.migrant.platform.reference.sheet.xlsx;

import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of a packed file. The first walk unpacks everything once, keeps only the few small parts that say what
/// the file is, and stops at a budget: after it no part can be a bomb.
final class ZipParts {

    private static final int SMALL = 1 << 20;
    private static final int BUFFER = 16 * 1024;

    private final ZipDirectory directory;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, byte[]> small = new HashMap<>();

    ZipParts(byte[] file, SheetBudget budget) {
        directory = new ZipDirectory(file, budget.entries());
        directory.names().forEach(names::add);
        try {
            weigh(budget.unpacked());
        } catch (IOException e) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
    }

    private void weigh(long most) throws IOException {
        var buffer = new byte[BUFFER];
        long left = most;
        for (var name : names) {
            try (var in = directory.open(name, BUFFER)) {
                if (isSmall(name)) {
                    var kept = in.readNBytes(SMALL);
                    left -= kept.length;
                    small.put(name, kept);
                }
                for (int read = in.read(buffer); read > 0 && left >= 0; read = in.read(buffer)) {
                    left -= read;
                }
            }
            if (left < 0) {
                throw UnreadableSheet.over("UNPACKED_TOO_LARGE", most);
            }
        }
    }

    private static boolean isSmall(String name) {
        return name.endsWith(".rels")
                || name.endsWith("workbook.xml")
                || name.endsWith("styles.xml")
                || name.equals("mimetype");
    }

    static String bare(String name) {
        return ZipDirectory.bare(name);
    }

    Set<String> names() {
        return names;
    }

    Optional<InputStream> small(String name) {
        var bytes = small.get(bare(name));
        return bytes == null || bytes.length == 0 ? Optional.empty() : Optional.of(new ByteArrayInputStream(bytes));
    }

    /// The part as a stream; whoever asks closes it.
    Optional<InputStream> open(String name) {
        var wanted = bare(name);
        return directory.has(wanted) ? Optional.of(new TagGuard(directory.open(wanted, BUFFER))) : Optional.empty();
    }
}
