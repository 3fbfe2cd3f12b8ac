package cn.sanming.migrant.gateway.door;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Bodies;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// A request whose body ends in a refusal once it grows beyond its limit, however its length was announced.
public final class LimitedBody extends HttpServletRequestWrapper {

    private static final String REFUSAL = LimitedBody.class.getName() + ".refusal";

    private final long limit;
    private @Nullable ServletInputStream counted;

    LimitedBody(HttpServletRequest request, DataSize limit) {
        super(request);
        this.limit = limit.toBytes();
    }

    static Refusal tooLarge(long limit) {
        return Refusal.of(Refusal.Kind.TOO_LARGE, Reason.of("BODY_TOO_LARGE").required("<= " + limit + " B", "more"));
    }

    /// Why reading the body stopped short, if it did.
    public static Optional<Refusal> refusalOf(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(REFUSAL));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (counted == null) {
            counted = new Counted(super.getInputStream());
        }
        return counted;
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count;
            try {
                count = body.read(into, offset, length);
            } catch (IOException e) {
                setAttribute(REFUSAL, Refusal.of(Refusal.Kind.VALIDATION, Reason.of("BODY_BROKE_OFF")));
                throw e;
            }
            read += Math.max(count, 0);
            if (read > limit) {
                var refusal = tooLarge(limit);
                setAttribute(REFUSAL, refusal);
                throw new Bodies.Refused(refusal);
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
