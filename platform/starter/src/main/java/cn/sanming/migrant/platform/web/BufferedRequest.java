package cn.sanming.migrant.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A request whose body has been read once, so that its fingerprint can be compared.
final class BufferedRequest extends HttpServletRequestWrapper {

    /// One byte more than the largest file there is: whoever reads it finds it too large.
    private static final int LARGEST = (20 << 20) + 1;

    private final boolean form;
    private final byte[] body;

    BufferedRequest(HttpServletRequest request) throws IOException {
        super(request);
        var type = request.getContentType();
        this.form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        this.body = form ? new byte[0] : request.getInputStream().readNBytes(LARGEST);
    }

    /// Of a form its files count, which the container keeps and gives out again; the boundary between them is another
    /// each time.
    String fingerprint() throws IOException, ServletException {
        if (!form) {
            return IdempotencyFilter.hash(body);
        }
        var parts = new StringBuilder();
        for (var part : getParts()) {
            try (var in = part.getInputStream()) {
                parts.append(part.getName()).append(IdempotencyFilter.hash(in.readAllBytes()));
            }
        }
        return IdempotencyFilter.hash(parts.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (form) {
            return super.getInputStream();
        }
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the body is read synchronously");
            }

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }
        };
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
