package cn.sanming.migrant.platform.reference.sheet.xlsx;

import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Stops at a stretch of XML without a single end of a tag: no parser may be made to hold one endless name, attribute
/// or text.
final class TagGuard extends FilterInputStream {

    private static final int LONGEST = 256 * 1024;

    private int stretch;

    TagGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            seen((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = 0; i < read; i++) {
            seen(into[offset + i]);
        }
        return read;
    }

    private void seen(byte one) {
        stretch = one == '>' ? 0 : stretch + 1;
        if (stretch > LONGEST) {
            throw UnreadableSheet.over("CELL_TOO_LONG", LONGEST);
        }
    }
}
