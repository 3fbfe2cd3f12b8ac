package cn.sanming.migrant.platform.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/// The mounted file with the certificates of those whom broker and store are certified by.
final class CertificateFile {

    private CertificateFile() {}

    static @Nullable String fault(String location) {
        var path = Path.of(location.replaceFirst("^file:", ""));
        if (!Files.isReadable(path)) {
            return "names a file that is not there or cannot be read: " + path;
        }
        try {
            return PemContent.load(path).getCertificates().isEmpty() ? "names a file without certificates" : null;
        } catch (IOException | RuntimeException _) {
            return "names a file without certificates: " + path;
        }
    }
}
