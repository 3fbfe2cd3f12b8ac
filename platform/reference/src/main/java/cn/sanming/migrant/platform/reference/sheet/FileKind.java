package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.platform.reference.sheet.csv.TextEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// What a file is, by its content and never by its name or the type somebody claims (文件类型).
public enum FileKind {
    ZIP,
    TEXT,
    JSON;

    private static final int HEAD = 4096;
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /// @throws UnreadableSheet with a code whose text says what the file is and what to do
    public static FileKind of(byte[] file) {
        if (starts(file, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (Arrays.mismatch(file, OLD_OFFICE) == OLD_OFFICE.length) {
            throw UnreadableSheet.of(oldOffice(file));
        }
        if (starts(file, '%', 'P', 'D', 'F')) {
            throw UnreadableSheet.of("FILE_IS_PDF");
        }
        if (starts(file, 0x89, 'P', 'N', 'G') || starts(file, 0xFF, 0xD8, 0xFF) || starts(file, 'G', 'I', 'F', '8')) {
            throw UnreadableSheet.of("FILE_IS_PICTURE");
        }
        if (starts(file, 'R', 'a', 'r', '!') || starts(file, '7', 'z', 0xBC, 0xAF) || starts(file, 0x1F, 0x8B)) {
            throw UnreadableSheet.of("FILE_IS_ARCHIVE");
        }
        return ofText(file);
    }

    private static FileKind ofText(byte[] file) {
        var head = Arrays.copyOf(file, Math.min(file.length, HEAD));
        var charset = TextEncoding.of(head, head.length == file.length);
        var text = new String(head, charset).replace("\uFEFF", "").stripLeading();
        if (text.startsWith("{\\rtf")) {
            throw UnreadableSheet.of("FILE_IS_WORD");
        }
        if (text.startsWith("<")) {
            var lower = text.toLowerCase(Locale.ROOT);
            throw UnreadableSheet.of(lower.startsWith("<?xml") ? "FILE_IS_XML" : "FILE_IS_HTML");
        }
        if (text.chars().anyMatch(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0)) {
            throw UnreadableSheet.of("UNKNOWN_FORMAT");
        }
        return text.startsWith("{") || text.startsWith("[") ? JSON : TEXT;
    }

    private static String oldOffice(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.contains(wide("EncryptedPackage"))) {
            return "FILE_ENCRYPTED";
        }
        if (text.contains(wide("Workbook")) || text.contains(wide("Book"))) {
            return "FILE_IS_XLS";
        }
        return text.contains(wide("WordDocument")) ? "FILE_IS_WORD" : "UNKNOWN_FORMAT";
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] file, int... mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
