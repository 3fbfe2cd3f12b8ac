package cn.sanming.migrant.platform.embedded.storage;

import java.nio.file.Path;

/// A file of the store is not as it was written. Nobody may go on with it as if nothing were missing.
public final class DamagedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedStoreException(Path file, long offset, String what) {
        super(
                "%s is damaged at byte %d: %s. Nothing was changed. Restore the folder from a backup; do not delete the file."
                        .formatted(file, offset, what));
    }
}
