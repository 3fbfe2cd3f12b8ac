package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.LogStructuredStore;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on the loop-back address and speaks MongoDB's wire protocol.
public final class StoreServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreServer.class);

    /// A long scan keeps one of them busy, and with it the connections that share it.
    private static final int WORKERS = 16;

    private final StoreBackend backend;
    private final EventLoopGroup accepting = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoopGroup working = new MultiThreadIoEventLoopGroup(WORKERS, NioIoHandler.newFactory());
    private final DefaultChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicInteger answers = new AtomicInteger();
    private final @Nullable SslContext tls;
    private final Channel listening;

    /// @param port the port to listen on, 0 for any free one
    public StoreServer(LogStructuredStore store, Jitter jitter, int port, @Nullable SslContext tls) {
        this.tls = tls;
        this.backend = new StoreBackend(store, jitter);
        try {
            this.listening = listen(port);
        } catch (Exception e) {
            // a taken port arrives as a checked exception that nobody declares
            stop();
            backend.close();
            throw new IllegalStateException("no store on port " + port + ": " + e.getMessage(), e);
        }
    }

    private Channel listen(int port) {
        return new ServerBootstrap()
                .group(accepting, working)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 100)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        clients.add(client);
                        if (tls != null) {
                            client.pipeline().addLast(tls.newHandler(client.alloc()));
                        }
                        client.pipeline().addLast(new WireDecoder(), new Answering());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", port))
                .syncUninterruptibly()
                .channel();
    }

    private final class Answering extends SimpleChannelInboundHandler<WireDecoder.Request> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, WireDecoder.Request request) {
            var database = request.command().get("$db") instanceof String name ? name : "";
            var answer = backend.answer(database, request.command());
            if (!request.silent()) {
                context.writeAndFlush(encoded(context.alloc().buffer(), request, answer));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.debug("a connection is closed: {}", cause.getMessage());
            context.close();
        }
    }

    private ByteBuf encoded(ByteBuf out, WireDecoder.Request request, Document answer) {
        out.writeZero(Integer.BYTES);
        out.writeIntLE(answers.incrementAndGet()).writeIntLE(request.id()).writeIntLE(request.reply());
        if (request.reply() == WireDecoder.OP_MSG) {
            out.writeIntLE(0).writeByte(0);
        } else {
            // flags, cursor, start, and that there is one document
            out.writeIntLE(8).writeLongLE(0).writeIntLE(0).writeIntLE(1);
        }
        BsonEncoder.encodeDocument(answer, out);
        return out.setIntLE(0, out.writerIndex());
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /// To be called now and then: what has outlived its time goes, and forgotten cursors are closed.
    public void tend() {
        backend.tend();
    }

    /// Lets commands in progress end, hangs up, and leaves everything in the file.
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        clients.close().awaitUninterruptibly();
        stop();
        backend.close();
    }

    private void stop() {
        accepting.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        working.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
