package cn.sanming.migrant.platform.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// What was done since the last checkpoint, in order: one checksummed record per command, appended before the command
/// is answered. A record that was cut off by a crash was never answered; it and what follows it does not count.
final class Journal implements AutoCloseable {

    /// Length and checksum in front of each record.
    static final int HEADER = 8;

    private final FileChannel file;

    private volatile long length;

    private volatile boolean unforced;

    Journal(Path path) throws IOException {
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /// Hands over the body of every complete record.
    static void replay(Path path, Consumer<ByteBuffer> record) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var header = ByteBuffer.allocate(HEADER);
            while (fill(file, header.clear())) {
                var size = header.getInt(0);
                if (size <= 0 || size > file.size() - file.position()) {
                    return;
                }
                var body = ByteBuffer.allocate(size);
                if (!fill(file, body) || checksum(body.duplicate()) != header.getInt(4)) {
                    return;
                }
                record.accept(body);
            }
        }
    }

    private static boolean fill(FileChannel file, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    static int checksum(ByteBuffer body) {
        var checksum = new CRC32C();
        checksum.update(body);
        return (int) checksum.getValue();
    }

    /// Writes records; when it returns, they are the operating system's and survive the end of this process.
    void append(ByteBuffer records) throws IOException {
        length = length + records.remaining();
        while (records.hasRemaining()) {
            file.write(records);
        }
        unforced = true;
    }

    /// Has the operating system put on the disk what it was given, so that it survives a power cut as well.
    void force() throws IOException {
        if (unforced) {
            unforced = false;
            file.force(false);
        }
    }

    long length() {
        return length;
    }

    void clear() throws IOException {
        file.truncate(0);
        file.position(0);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
