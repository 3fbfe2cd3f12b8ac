package cn.sanming.migrant.platform.deployment;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;

/// Trust that follows its file: a connection that is made later believes the certificates that are mounted by then,
/// so a renewed authority needs no restart. Drivers and clients keep the first bundle they get; this one never
/// grows old.
final class FollowingTrust extends X509ExtendedTrustManager {

    private final AtomicReference<X509ExtendedTrustManager> current = new AtomicReference<>();

    private FollowingTrust(SslBundle first) {
        current.set(managerOf(first));
    }

    /// @param name of a bundle with `reload-on-update`
    static SslBundle following(SslBundles bundles, String name) {
        var first = bundles.getBundle(name);
        var trust = new FollowingTrust(first);
        bundles.addBundleUpdateHandler(name, renewed -> trust.current.set(managerOf(renewed)));
        return SslBundle.of(
                first.getStores(),
                first.getKey(),
                first.getOptions(),
                first.getProtocol(),
                SslManagerBundle.from(trust));
    }

    private static X509ExtendedTrustManager managerOf(SslBundle bundle) {
        return Stream.of(bundle.getManagers().getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        current.get().checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        current.get().checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        current.get().checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        current.get().checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        current.get().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        current.get().checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return current.get().getAcceptedIssuers();
    }
}
