package cn.sanming.migrant.platform.embedded.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// `checked:` in front of a file name gives a [CheckedFile].
public final class CheckedPath extends FilePathWrapper {

    private static final String SCHEME = "checked";

    /// For the library, which makes one of its own for each file.
    public CheckedPath() {}

    static String of(Path file) {
        FilePath.register(new CheckedPath());
        return SCHEME + ':' + file.toAbsolutePath();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new CheckedFile(getBase().open(mode), Path.of(getBase().toString()));
    }
}
