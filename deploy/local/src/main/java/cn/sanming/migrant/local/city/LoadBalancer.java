package cn.sanming.migrant.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// One address for several instances of a department, as a cluster's service has it: connections go to them in turn.
final class LoadBalancer implements AutoCloseable {

    private final ServerSocket door;
    private final List<Integer> instances;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService porters = Executors.newVirtualThreadPerTaskExecutor();

    private LoadBalancer(ServerSocket door, List<Integer> instances) {
        this.door = door;
        this.instances = List.copyOf(instances);
    }

    static LoadBalancer open(int port, List<Integer> instances) throws IOException {
        var balancer = new LoadBalancer(new ServerSocket(port, 200, InetAddress.getLoopbackAddress()), instances);
        balancer.porters.submit(balancer::welcome);
        return balancer;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                porters.submit(() -> lead(caller));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /// A connection stays with its instance; the next one goes to the next.
    private void lead(Socket caller) {
        int port = instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
        try (caller;
                var instance = new Socket(InetAddress.getLoopbackAddress(), port)) {
            caller.setTcpNoDelay(true);
            instance.setTcpNoDelay(true);
            var back = porters.submit(() -> carry(instance, caller));
            carry(caller, instance);
            back.get();
        } catch (IOException | InterruptedException | ExecutionException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long carry(Socket from, Socket to) throws IOException {
        try {
            return from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            to.shutdownOutput();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            porters.shutdownNow();
        }
    }
}
