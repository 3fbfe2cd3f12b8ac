package cn.sanming.migrant.platform.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands before a store and can make it fall silent (connections are taken, nothing is answered) or go away.
public final class StoreProxy implements AutoCloseable {

    private final int port;
    private final int store;
    private final ExecutorService porters = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile boolean silent;

    /// @param connectionString of the store behind
    public StoreProxy(String connectionString) {
        this.store = URI.create(connectionString).getPort();
        this.door = open(0);
        this.port = door.getLocalPort();
    }

    public String connectionString() {
        return "mongodb://127.0.0.1:" + port;
    }

    /// From now on nothing is passed on, in either direction, on old connections and new ones.
    public void silence() {
        silent = true;
    }

    /// Breaks all connections and takes no new ones.
    public void stop() {
        close(door);
        hangUp();
    }

    /// As it was before; connections of a silent time are broken, since what was asked on them is lost.
    public void recover() {
        hangUp();
        silent = false;
        if (door.isClosed()) {
            door = open(port);
        }
    }

    private ServerSocket open(int wanted) {
        try {
            var opened = new ServerSocket(wanted, 200, InetAddress.ofLiteral("127.0.0.1"));
            porters.submit(() -> welcome(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                var caller = at.accept();
                open.add(caller);
                porters.submit(() -> lead(caller));
            } catch (IOException e) {
                if (!at.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Void lead(Socket caller) throws IOException {
        var behind = new Socket(InetAddress.ofLiteral("127.0.0.1"), store);
        open.add(behind);
        porters.submit(() -> carry(behind, caller));
        return carry(caller, behind);
    }

    private Void carry(Socket from, Socket to) throws IOException {
        var buffer = new byte[1 << 14];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
        return null;
    }

    private void hangUp() {
        open.forEach(StoreProxy::close);
        open.clear();
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        porters.shutdownNow();
    }
}
