package cn.sanming.migrant.platform.reference.sheet.xlsx;

import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The directory of a packed file in memory (ZIP, APPNOTE 4.3): where each part stands. Read here because the stream of
/// the JDK refuses what several writers leave (sizes after the data, in 64 bits), its file needs a disk, and neither
/// can be told how many entries are enough.
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_64 = 0xFFFFFFFFL;

    private final ByteBuffer file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(int start, int length, boolean packed) {}

    /// @param most parts that a file may have
    ZipDirectory(byte[] bytes, int most) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end();
            long first = Integer.toUnsignedLong(file.getInt(end + 16));
            int at = first == IN_64 ? first64(end) : Math.toIntExact(first);
            while (at + ENTRY_SIZE <= end && file.getInt(at) == ENTRY) {
                if (entries.size() == most) {
                    throw UnreadableSheet.over("TOO_MANY_PARTS", most);
                }
                at = entry(at);
            }
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
    }

    private int end() {
        for (int at = file.limit() - END_SIZE; at >= Math.max(0, file.limit() - END_SIZE - LONGEST_COMMENT); at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw UnreadableSheet.of("UNREADABLE_SHEET");
    }

    private int first64(int end) {
        int locator = end - 20;
        if (file.getInt(locator) != LOCATOR_64) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        int end64 = Math.toIntExact(file.getLong(locator + 8));
        if (file.getInt(end64) != END_64) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        return Math.toIntExact(file.getLong(end64 + 48));
    }

    private int entry(int at) {
        if ((file.getShort(at + 8) & 1) != 0) {
            throw UnreadableSheet.of("FILE_ENCRYPTED");
        }
        int method = file.getShort(at + 10) & 0xFFFF;
        long packed = Integer.toUnsignedLong(file.getInt(at + 20));
        long plain = Integer.toUnsignedLong(file.getInt(at + 24));
        int name = file.getShort(at + 28) & 0xFFFF;
        int extra = file.getShort(at + 30) & 0xFFFF;
        int comment = file.getShort(at + 32) & 0xFFFF;
        long local = Integer.toUnsignedLong(file.getInt(at + 42));
        int wide = wide(at + ENTRY_SIZE + name, extra);
        if (plain == IN_64) {
            wide += 8;
        }
        if (packed == IN_64) {
            packed = file.getLong(wide);
            wide += 8;
        }
        if (local == IN_64) {
            local = file.getLong(wide);
        }
        if (method != 0 && method != 8) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        int header = Math.toIntExact(local);
        int start = header + LOCAL_SIZE + (file.getShort(header + 26) & 0xFFFF) + (file.getShort(header + 28) & 0xFFFF);
        int length = Math.toIntExact(packed);
        if (length < 0 || start < 0 || start > file.limit() - length) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        var spelt = new byte[name];
        file.get(at + ENTRY_SIZE, spelt);
        entries.put(bare(new String(spelt, StandardCharsets.UTF_8)), new Entry(start, length, method == 8));
        return at + ENTRY_SIZE + name + extra + comment;
    }

    /// Where the sizes of 64 bits begin within the extra field.
    private int wide(int at, int length) {
        for (int field = at; field + 4 <= at + length; field += 4 + (file.getShort(field + 2) & 0xFFFF)) {
            if (file.getShort(field) == 1) {
                return field + 4;
            }
        }
        return at;
    }

    /// Some programs write backslashes, a leading slash or other capitals.
    static String bare(String name) {
        var bare = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return bare.startsWith("/") ? bare.substring(1) : bare;
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /// @param buffer bytes to hold while unpacking
    InputStream open(String name, int buffer) {
        var entry = entries.get(name);
        if (entry == null) {
            throw UnreadableSheet.of("UNREADABLE_SHEET");
        }
        var in = new ByteArrayInputStream(file.array(), entry.start(), entry.length());
        return entry.packed() ? new Unpacking(in, buffer) : in;
    }

    /// Gives the memory of the unpacking back when it is closed, not when somebody collects it.
    private static final class Unpacking extends InflaterInputStream {
        Unpacking(InputStream in, int buffer) {
            super(in, new Inflater(true), buffer);
        }

        @Override
        public void close() {
            inf.end();
        }
    }
}
