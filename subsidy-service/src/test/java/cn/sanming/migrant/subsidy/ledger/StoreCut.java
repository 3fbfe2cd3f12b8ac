package cn.sanming.migrant.subsidy.ledger;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a service and its store, on the wire, and cuts the connection at one chosen write: before the store
/// has heard of it, or after it is done and before the answer is back.
public final class StoreCut implements AutoCloseable {

    /// Where the connection is cut.
    public enum Place {
        BEFORE,
        AFTER
    }

    private static final int HEADER = 16;

    private final ServerSocket door;
    private final URI store;
    private final AtomicInteger writesToGo = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Place place = Place.BEFORE;
    private volatile boolean happened;
    private volatile Set<String> counted = Set.of();
    private volatile Runnable onCut = () -> {};

    public StoreCut(String connectionString) throws IOException {
        this.store = URI.create(connectionString);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public String connectionString() {
        return "mongodb://127.0.0.1:" + door.getLocalPort() + "/?retryWrites=false&retryReads=false";
    }

    /// Cuts at the write with this number, counted from now.
    public void at(int write, Place where) {
        at(write, where, Set.of(), () -> {});
    }

    /// @param collections which writes count; all if none is named
    /// @param then        what else happens at that moment, before anybody hears an answer
    public void at(int write, Place where, Set<String> collections, Runnable then) {
        place = where;
        counted = collections;
        onCut = then;
        happened = false;
        writesToGo.set(write);
    }

    /// Cuts nothing any more.
    ///
    /// @return whether the chosen write came
    public boolean heal() {
        writesToGo.set(Integer.MAX_VALUE);
        return happened;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                var server = new Socket(store.getHost(), store.getPort())) {
            var asked = new DataInputStream(client.getInputStream());
            var answered = new DataInputStream(server.getInputStream());
            while (true) {
                var request = message(asked);
                boolean cut = isWrite(request) && writesToGo.decrementAndGet() == 0;
                if (cut) {
                    happened = true;
                }
                if (cut && place == Place.BEFORE) {
                    onCut.run();
                    return;
                }
                server.getOutputStream().write(request);
                var answer = message(answered);
                if (cut) {
                    onCut.run();
                    return;
                }
                client.getOutputStream().write(answer);
            }
        } catch (EOFException | SocketException e) {
            // one of both has hung up
            assert e != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] message(DataInputStream from) throws IOException {
        var header = from.readNBytes(HEADER);
        if (header.length < HEADER) {
            throw new EOFException();
        }
        int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt();
        var whole = ByteBuffer.allocate(length).put(header);
        from.readFully(whole.array(), HEADER, length - HEADER);
        return whole.array();
    }

    /// The name of a command is the first field of its document, and its value the collection: flags, kind, length and
    /// type stand before it.
    private boolean isWrite(byte[] message) {
        int name = HEADER + 4 + 1 + 4 + 1;
        return switch (text(message, name)) {
            case "insert", "update", "delete", "findAndModify" -> {
                var collection = text(message, name + text(message, name).length() + 1 + 4);
                yield counted.isEmpty() || counted.contains(collection);
            }
            default -> false;
        };
    }

    private static String text(byte[] message, int from) {
        int to = from;
        while (to < message.length && message[to] != 0) {
            to++;
        }
        return new String(message, from, to - from, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
