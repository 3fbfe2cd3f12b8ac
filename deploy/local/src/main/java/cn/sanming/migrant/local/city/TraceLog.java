package cn.sanming.migrant.local.city;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/// Writes every finished span as a line of JSON, so that one request can be followed through all departments.
final class TraceLog implements SpanProcessor {

    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    private final Path file;

    TraceLog(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
        Files.createFile(file);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // only finished spans are written
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public synchronized void onEnd(ReadableSpan span) {
        var data = span.toSpanData();
        var line = new LinkedHashMap<String, Object>();
        line.put("trace", data.getTraceId());
        line.put("span", data.getSpanId());
        line.put("parent", data.getParentSpanId());
        line.put("service", data.getResource().getAttribute(SERVICE));
        line.put("kind", data.getKind().name());
        line.put("name", data.getName());
        line.put("micros", (data.getEndEpochNanos() - data.getStartEpochNanos()) / 1000);
        try {
            Files.writeString(file, JsonMapper.shared().writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
