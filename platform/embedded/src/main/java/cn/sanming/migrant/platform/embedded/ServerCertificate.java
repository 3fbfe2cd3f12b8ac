package cn.sanming.migrant.platform.embedded;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/// What broker and store prove with who they are.
///
/// @param chain the server's certificate first
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {

    private static final int LINE = 64;

    public ServerCertificate {
        chain = List.copyOf(chain);
    }

    String keyAsPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    String chainAsPem() {
        var all = new StringBuilder();
        for (var certificate : chain) {
            try {
                all.append(pem("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return all.toString();
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }

    @Override
    public String toString() {
        return chain.isEmpty()
                ? "no certificate"
                : chain.getFirst().getSubjectX500Principal().toString();
    }
}
