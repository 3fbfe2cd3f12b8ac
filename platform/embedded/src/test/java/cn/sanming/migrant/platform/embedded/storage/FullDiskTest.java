package cn.sanming.migrant.platform.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full for a while: it takes half of what it is given and refuses.
class FullDiskTest {

    @TempDir
    Path folder;

    private final AtomicBoolean full = new AtomicBoolean();
    private LogStructuredStore vault;

    @BeforeEach
    void open() {
        vault = LogStructuredStore.open(folder.resolve("store"), Long.MAX_VALUE, Disk::new);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void refusesShowsNothingAndGoesOnByItself() {
        put("w1", "Chen");
        full.set(true);
        assertThatThrownBy(() -> put("w2", "Lin")).isInstanceOf(NoSpaceException.class);
        assertThatThrownBy(() -> put("w1", "Chen Min")).isInstanceOf(NoSpaceException.class);
        assertThatThrownBy(() -> vault.write(() -> {
                    vault.shelf("people").drop();
                    return vault.shelf("people").put("w4", "Hu");
                }))
                .isInstanceOf(NoSpaceException.class);
        assertThat(get("w1")).isEqualTo("Chen");
        assertThat(get("w2")).isEqualTo("null");
        assertThat(get("w4")).isEqualTo("null");
        full.set(false);
        put("w3", "Luo");
        vault.close();
        open();
        assertThat(get("w1")).isEqualTo("Chen");
        assertThat(get("w3")).isEqualTo("Luo");
        assertThat(vault.shelf("people").size()).isEqualTo(2);
    }

    @Test
    void losesNothingAcknowledgedAndKeepsNothingRefusedWhenManyWriteMeanwhile() throws Exception {
        var acknowledged = new ConcurrentSkipListSet<String>();
        var refused = new ConcurrentSkipListSet<String>();
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                var name = "w" + writer + "-";
                writers.submit(() -> {
                    for (int i = 0; i < 500; i++) {
                        full.set(i % 50 == 49);
                        try {
                            put(name + i, "there");
                            acknowledged.add(name + i);
                        } catch (NoSpaceException _) {
                            refused.add(name + i);
                        }
                    }
                });
            }
        }
        full.set(false);
        assertThat(refused).isNotEmpty();
        assertThat(refused).allSatisfy(key -> assertThat(get(key)).isEqualTo("null"));
        vault.close();
        open();
        assertThat(acknowledged).allSatisfy(key -> assertThat(get(key)).isEqualTo("there"));
        assertThat(vault.shelf("people").size()).isEqualTo(acknowledged.size());
    }

    private String get(String key) {
        return vault.read(() -> String.valueOf(vault.shelf("people").get(key)));
    }

    private void put(String key, String value) {
        vault.write(() -> String.valueOf(vault.shelf("people").put(key, value)));
    }

    private final class Disk extends FileBaseDefault {

        private final FileChannel base;

        Disk(FileChannel base) {
            this.base = base;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (full.get()) {
                base.write(source.slice(source.position(), source.remaining() / 2), position);
                throw new IOException("No space left on device");
            }
            return base.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            base.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
