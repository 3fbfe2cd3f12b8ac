package cn.sanming.migrant.platform.reference.sheet.xlsx;

import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The parts of a packed file. The first walk unpacks everything once, keeps only the few small parts that say what
/// the file is, and stops at a budget: after it no part can be a bomb.
final class ZipParts {

    private static final int SMALL = 1 << 20;

    private final byte[] file;
    private final SheetBudget budget;
    private final Map<String, byte[]> small = new LinkedHashMap<>();

    ZipParts(byte[] file, SheetBudget budget) {
        this.file = file;
        this.budget = budget;
        try {
            weigh();
        } catch (ZipException e) {
            throw UnreadableSheet.of(
                    String.valueOf(e.getMessage()).contains("ncrypted") ? "FILE_ENCRYPTED" : "UNREADABLE_SHEET");
        } catch (IOException | IllegalArgumentException e) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
    }

    private void weigh() throws IOException {
        var buffer = new byte[16 * 1024];
        long left = budget.unpacked();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (small.size() == budget.entries()) {
                    throw UnreadableSheet.over("TOO_MANY_PARTS", budget.entries());
                }
                var name = name(entry);
                var kept = isSmall(name) ? zip.readNBytes(SMALL) : new byte[0];
                left -= kept.length;
                for (int read = zip.read(buffer); read > 0 && left >= 0; read = zip.read(buffer)) {
                    left -= read;
                }
                if (left < 0) {
                    throw UnreadableSheet.over("UNPACKED_TOO_LARGE", budget.unpacked());
                }
                small.put(name, kept);
            }
        }
    }

    private static boolean isSmall(String name) {
        return name.endsWith(".rels")
                || name.endsWith("workbook.xml")
                || name.endsWith("styles.xml")
                || name.equals("mimetype");
    }

    /// Some programs write backslashes, a leading slash or other capitals.
    static String name(ZipEntry entry) {
        return bare(entry.getName());
    }

    static String bare(String name) {
        var bare = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return bare.startsWith("/") ? bare.substring(1) : bare;
    }

    Set<String> names() {
        return small.keySet();
    }

    Optional<InputStream> small(String name) {
        var bytes = small.get(bare(name));
        return bytes == null || bytes.length == 0 ? Optional.empty() : Optional.of(new ByteArrayInputStream(bytes));
    }

    /// The part as a stream; whoever asks closes it.
    Optional<InputStream> open(String name) throws IOException {
        var wanted = bare(name);
        if (!small.containsKey(wanted)) {
            return Optional.empty();
        }
        var zip = new ZipInputStream(new ByteArrayInputStream(file));
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (name(entry).equals(wanted)) {
                return Optional.of(new TagGuard(zip));
            }
        }
        zip.close();
        return Optional.empty();
    }
}
