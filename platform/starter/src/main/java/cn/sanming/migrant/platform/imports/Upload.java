package cn.sanming.migrant.platform.imports;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.web.Bodies;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;

/// A file as it came in (上传文件): the body itself, or the one file of a form (`multipart/form-data`). It is fetched only
/// when somebody asks for its bytes, after the question who may.
public final class Upload {

    private final HttpServletRequest request;

    public Upload(HttpServletRequest request) {
        this.request = request;
    }

    /// @throws Bodies.Refused where there is no file, more than one, or more of it than may be
    public byte[] bytes() throws IOException {
        if (!isForm()) {
            return bounded(request.getInputStream());
        }
        var files = parts().stream()
                .filter(part ->
                        part.getSubmittedFileName() != null || part.getName().equals("file"))
                .toList();
        if (files.size() != 1) {
            throw new Bodies.Refused(Refusal.of(
                    Refusal.Kind.VALIDATION, Reason.at("/file", "ONE_FILE").required(1, files.size())));
        }
        try (var in = files.getFirst().getInputStream()) {
            return bounded(in);
        }
    }

    private boolean isForm() {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private Collection<Part> parts() throws IOException {
        try {
            return request.getParts();
        } catch (ServletException | IllegalStateException e) {
            throw new Bodies.Refused(Refusal.of(Refusal.Kind.VALIDATION, Reason.at("/file", "ONE_FILE")));
        }
    }

    private static byte[] bounded(InputStream in) throws IOException {
        var limit = SheetBudget.USUAL.bytes();
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Bodies.Refused(Refusal.of(
                    Refusal.Kind.TOO_LARGE, Reason.at("/file", "FILE_TOO_LARGE").required(limit, "more")));
        }
        return bytes;
    }
}
