package cn.sanming.migrant.platform.test;

import cn.sanming.migrant.platform.embedded.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// An authority of certificates as a city has one of its own: nobody trusts it who was not told to.
public final class TestAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path certificate;

    private TestAuthority(Path folder) {
        this.folder = folder;
        this.certificate = folder.resolve("ca.crt");
    }

    /// @param folder where its key and certificate lie
    public static TestAuthority in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var authority = new TestAuthority(folder);
        authority.keytool(
                "-genkeypair", "-alias", "ca", "-dname", "CN=City authority " + folder.getFileName(), "-ext", "bc:c");
        authority.keytool("-exportcert", "-alias", "ca", "-rfc", "-file", authority.certificate.toString());
        return authority;
    }

    /// The certificate by which those are known whom this authority certifies (PEM).
    public Path certificate() {
        return certificate;
    }

    /// @param name the alternative name, as keytool writes it: `ip:127.0.0.1`
    public ServerCertificate certify(String name) {
        var request = folder.resolve("server.csr").toString();
        var signed = folder.resolve("server.crt").toString();
        keytool("-genkeypair", "-alias", "server", "-dname", "CN=server");
        keytool("-certreq", "-alias", "server", "-file", request);
        keytool("-gencert", "-alias", "ca", "-rfc", "-infile", request, "-outfile", signed, "-ext", "san=" + name);
        keytool("-importcert", "-alias", "server", "-noprompt", "-file", signed);
        try {
            var store = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
            var chain = new ArrayList<X509Certificate>();
            for (var link : store.getCertificateChain("server")) {
                chain.add((X509Certificate) link);
            }
            return new ServerCertificate((PrivateKey) store.getKey("server", PASSWORD.toCharArray()), chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASSWORD));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30"));
        }
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var told = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool " + arguments[0] + ": " + told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
