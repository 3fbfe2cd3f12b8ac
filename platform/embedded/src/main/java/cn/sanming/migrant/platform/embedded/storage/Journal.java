package cn.sanming.migrant.platform.embedded.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/// What was done since the last checkpoint, in order: one checksummed record per command, appended before the command
/// is answered. A record that ends with the file was cut off by a crash and never answered; any other that does not
/// agree with its checksum is damage, and stops the start.
final class Journal implements AutoCloseable {

    /// In front of each record: its length, its checksum, and the checksum of those two.
    static final int HEADER = 12;

    private final FileChannel file;

    private volatile long length;

    private volatile boolean unforced;

    /// What could not be written may lie half behind the good end, and must go before anything else is written.
    private volatile boolean ragged;

    private Journal(FileChannel file, long length) {
        this.file = file;
        this.length = length;
    }

    /// Goes on where the last whole record ends.
    ///
    /// @param disk the file as this process sees it
    static Journal open(Path path, long length, UnaryOperator<FileChannel> disk) throws IOException {
        var file = disk.apply(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        var journal = new Journal(file, length);
        journal.ragged = file.size() > length;
        return journal;
    }

    /// Hands over the body of every complete record.
    ///
    /// @return where the last of them ends
    static long replay(Path path, Consumer<ByteBuffer> record) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var header = ByteBuffer.allocate(HEADER);
            for (long start = 0; ; start = file.position()) {
                if (!fill(file, header.clear())) {
                    return start;
                }
                if (checksum(header.slice(0, 8)) != header.getInt(8)) {
                    throw new DamagedStoreException(path, start, "the head of a record is not as it was written");
                }
                var body = header.getInt(0) <= file.size() - file.position()
                        ? ByteBuffer.allocate(header.getInt(0))
                        : null;
                if (body == null || !fill(file, body)) {
                    return start;
                }
                if (checksum(body.duplicate()) != header.getInt(4)) {
                    throw new DamagedStoreException(path, start, "a record is not as it was written");
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

    /// Writes records; when it returns, they are the operating system's and survive the end of this process. When it
    /// fails, none of them counts.
    void append(ByteBuffer records) throws IOException {
        mend();
        var end = length + records.remaining();
        ragged = true;
        for (long at = length; records.hasRemaining(); ) {
            at += file.write(records, at);
        }
        ragged = false;
        length = end;
        unforced = true;
    }

    /// Cuts off what was written by half.
    void mend() throws IOException {
        if (ragged) {
            file.truncate(length);
            ragged = false;
        }
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
        ragged = false;
        length = 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
