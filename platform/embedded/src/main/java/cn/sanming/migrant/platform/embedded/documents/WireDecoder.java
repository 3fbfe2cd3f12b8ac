package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Reads the messages of MongoDB's wire protocol: `OP_MSG`, and the greeting by `OP_QUERY` with which drivers begin.
final class WireDecoder extends LengthFieldBasedFrameDecoder {

    static final int OP_REPLY = 1;
    static final int OP_MSG = 2013;
    private static final int OP_QUERY = 2004;

    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 1 << 1;
    private static final int EXHAUST_ALLOWED = 1 << 16;

    private static final int LARGEST = 48_000_000;

    /// @param reply the kind of message to answer with
    /// @param silent whether nobody waits for an answer
    record Request(int id, int reply, boolean silent, Document command) {}

    WireDecoder() {
        super(LARGEST, 0, Integer.BYTES, -Integer.BYTES, 0);
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        // the length comes first, and the lowest byte of it first
        if (in.readableBytes() < Integer.BYTES) {
            return null;
        }
        var length = in.getIntLE(in.readerIndex());
        if (length > LARGEST || length < 4 * Integer.BYTES) {
            throw new IOException("a message of " + length + " bytes");
        }
        if (in.readableBytes() < length) {
            return null;
        }
        var message = in.readSlice(length);
        message.skipBytes(Integer.BYTES);
        var id = message.readIntLE();
        message.skipBytes(Integer.BYTES);
        var kind = message.readIntLE();
        return switch (kind) {
            case OP_MSG -> message(id, message);
            case OP_QUERY -> query(id, message);
            default -> throw new IOException("messages of kind " + kind + " are not known");
        };
    }

    private static Request query(int id, ByteBuf message) {
        message.skipBytes(Integer.BYTES);
        var namespace = text(message);
        message.skipBytes(2 * Integer.BYTES);
        var command = BsonDecoder.decodeBson(message);
        if (command.get("$query") instanceof Document inner) {
            command = inner;
        }
        command.putIfAbsent("$db", namespace.substring(0, Math.max(0, namespace.indexOf('.'))));
        return new Request(id, OP_REPLY, false, command);
    }

    private static Request message(int id, ByteBuf message) throws IOException {
        var flags = message.readIntLE();
        if ((flags & ~(CHECKSUM_PRESENT | MORE_TO_COME | EXHAUST_ALLOWED)) != 0) {
            throw new IOException("flags " + Integer.toBinaryString(flags) + " are not known");
        }
        var end = message.writerIndex() - ((flags & CHECKSUM_PRESENT) != 0 ? Integer.BYTES : 0);
        var command = new Document();
        var sequences = new Document();
        while (message.readerIndex() < end) {
            if (message.readByte() == 0) {
                command = whole(message, sequences);
            } else {
                sequence(message, sequences);
            }
        }
        command.putAll(sequences);
        return new Request(id, OP_MSG, (flags & MORE_TO_COME) != 0, command);
    }

    /// A command whose own documents are too large still has to be answered.
    private static Document whole(ByteBuf message, Document sequences) {
        var size = message.getIntLE(message.readerIndex());
        if (size <= Sizes.LARGEST_INTERNAL) {
            return BsonDecoder.decodeBson(message);
        }
        sequences.put(Oversize.FIELD, size);
        var end = message.readerIndex() + size;
        message.skipBytes(Integer.BYTES + 1);
        var name = text(message);
        message.skipBytes(Integer.BYTES);
        var command = new Document(name, text(message)).append("$db", "too-large");
        message.readerIndex(end);
        return command;
    }

    private static void sequence(ByteBuf message, Document sequences) {
        var end = message.readerIndex() + message.readIntLE();
        var name = text(message);
        var documents = new ArrayList<Document>();
        while (message.readerIndex() < end) {
            var size = message.getIntLE(message.readerIndex());
            if (size > Sizes.LARGEST_INTERNAL) {
                sequences.put(Oversize.FIELD, size);
                message.skipBytes(size);
            } else {
                documents.add(BsonDecoder.decodeBson(message));
            }
        }
        sequences.put(name, documents);
    }

    private static String text(ByteBuf message) {
        var length = message.bytesBefore((byte) 0);
        var text = message.toString(message.readerIndex(), length, StandardCharsets.UTF_8);
        message.skipBytes(length + 1);
        return text;
    }
}
