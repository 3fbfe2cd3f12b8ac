package cn.sanming.migrant.platform.embedded.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.h2.store.fs.FileBaseDefault;

/// A file in blocks, each followed by its checksum, which is compared whenever the block is read.
final class CheckedFile extends FileBaseDefault {

    /// As the maps write: always whole blocks.
    static final int BLOCK = 4096;

    private static final int STRIDE = BLOCK + Integer.BYTES;

    private static final byte[] TITLE = "migrant store 2\n".getBytes(StandardCharsets.US_ASCII);

    /// Blocks that count as empty while a file is opened whose last checkpoint was cut off.
    private static final ThreadLocal<Set<Long>> TOLERATED = ThreadLocal.withInitial(Set::of);

    private final FileChannel base;
    private final Path path;
    private final Set<Long> torn;

    CheckedFile(FileChannel base, Path path) {
        this.base = base;
        this.path = path;
        this.torn = ConcurrentHashMap.newKeySet();
        torn.addAll(TOLERATED.get());
    }

    interface Tolerance extends AutoCloseable {
        @Override
        void close();
    }

    /// Files that this thread opens take these blocks for empty ones, until they are written anew.
    static Tolerance reading(Set<Long> torn) {
        TOLERATED.set(Set.copyOf(torn));
        return TOLERATED::remove;
    }

    /// @param offset of the first byte of the block in the file
    record BadBlock(long number, long offset) {}

    /// The first block, from the given one on, that is not as it was written.
    static Optional<BadBlock> firstBad(Path path, long from) throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return Optional.empty();
        }
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var many = ByteBuffer.allocate(256 * STRIDE);
            for (long block = from; ; ) {
                many.clear();
                while (many.hasRemaining() && file.read(many, block * STRIDE + many.position()) >= 0) {
                    // until the buffer is full or the file ends
                }
                var length = many.flip().remaining();
                for (int at = 0; at < length; at += STRIDE, block++) {
                    if (at + STRIDE > length || !intact(many.slice(at, STRIDE), block)) {
                        return Optional.of(new BadBlock(block, block * STRIDE));
                    }
                }
                if (length < many.capacity()) {
                    return Optional.empty();
                }
            }
        }
    }

    /// Makes a block that nobody needs whole again.
    static void blank(Path path, long block) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var empty = ByteBuffer.allocate(STRIDE);
            while (empty.hasRemaining()) {
                file.write(empty, block * STRIDE + empty.position());
            }
        }
    }

    private static boolean intact(ByteBuffer block, long number) {
        var sum = block.getInt(BLOCK);
        return sum == checksum(block.slice(0, BLOCK), number) && (number > 0 || begins(block))
                || sum == 0 && number > 0 && isBlank(block);
    }

    private static boolean begins(ByteBuffer block) {
        return block.slice(0, TITLE.length).equals(ByteBuffer.wrap(TITLE));
    }

    private static boolean isBlank(ByteBuffer block) {
        for (int i = 0; i < BLOCK; i++) {
            if (block.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(ByteBuffer block, long number) {
        var sum = new CRC32C();
        sum.update(block);
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        return (int) sum.getValue();
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        var length = source.remaining();
        if (position % BLOCK != 0 || length % BLOCK != 0) {
            throw new IOException("not whole blocks: " + length + " bytes at " + position);
        }
        if (base.size() == 0) {
            writeBlocks(ByteBuffer.wrap(Arrays.copyOf(TITLE, BLOCK)), 0);
        }
        writeBlocks(source, position / BLOCK + 1);
        return length;
    }

    private void writeBlocks(ByteBuffer source, long first) throws IOException {
        var count = source.remaining() / BLOCK;
        var summed = ByteBuffer.allocate(count * STRIDE);
        for (long number = first; number < first + count; number++) {
            var block = source.slice(source.position(), BLOCK);
            summed.put(block.duplicate()).putInt(checksum(block, number));
            source.position(source.position() + BLOCK);
            torn.remove(number);
        }
        summed.flip();
        while (summed.hasRemaining()) {
            base.write(summed, first * STRIDE + summed.position());
        }
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        var length = (int) Math.min(target.remaining(), size() - position);
        if (length <= 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        var first = position / BLOCK + 1;
        var last = (position + length - 1) / BLOCK + 1;
        var summed = ByteBuffer.allocate((int) (last - first + 1) * STRIDE);
        while (summed.hasRemaining()) {
            if (base.read(summed, first * STRIDE + summed.position()) < 0) {
                throw new EOFException(path + " ends in a block");
            }
        }
        var skip = (int) (position % BLOCK);
        var left = length;
        for (int i = 0; left > 0; i++) {
            var block = summed.slice(i * STRIDE, STRIDE);
            if (torn.contains(first + i)) {
                block = ByteBuffer.allocate(STRIDE);
            } else if (!intact(block, first + i)) {
                throw new IOException("%s is damaged at byte %d".formatted(path, (first + i) * STRIDE));
            }
            var part = Math.min(left, BLOCK - skip);
            target.put(block.slice(skip, part));
            left -= part;
            skip = 0;
        }
        return length;
    }

    @Override
    public long size() throws IOException {
        return Math.max(0, base.size() / STRIDE - 1) * BLOCK;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        if (base.size() > 0) {
            base.truncate((size / BLOCK + 1) * STRIDE);
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }
}
