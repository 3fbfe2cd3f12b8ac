package cn.sanming.migrant.platform.reference.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written part by part, as no office program would.
final class XlsxParts {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /// Writes one part.
    interface Part {
        void to(OutputStream out) throws IOException;
    }

    static XlsxParts book(String sheets) {
        return new XlsxParts()
                .text(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"r\"><sheets>" + sheets + "</sheets></workbook>")
                .text(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    }

    static XlsxParts oneSheet() {
        return book("<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>");
    }

    XlsxParts text(String name, String content) {
        return part(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    XlsxParts sheet(String rows) {
        return text(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    XlsxParts part(String name, Part content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            content.to(zip);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
