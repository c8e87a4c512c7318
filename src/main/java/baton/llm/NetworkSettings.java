package baton.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How the network is reached.
 *
 * @param httpsProxy address of the proxy for https, such as {@code http://proxy:3128}; empty for none
 * @param httpProxy the same for http
 * @param noProxy hosts reached directly: names, {@code .domain} suffixes, or {@code *}
 * @param caBundle a PEM file of further authorities to trust; the system's stay trusted
 */
public record NetworkSettings(String httpsProxy, String httpProxy, List<String> noProxy, Optional<Path> caBundle) {
    public static final NetworkSettings DIRECT = new NetworkSettings("", "", List.of(), Optional.empty());

    public NetworkSettings {
        noProxy = List.copyOf(noProxy);
    }

    /**
     * The variables other programs know: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY and SSL_CERT_FILE and its relatives.
     *
     * @throws IllegalArgumentException where a proxy's address cannot be used, so that nothing is sent past it
     */
    public static NetworkSettings of(Map<String, String> environment) {
        String all = first(environment, "ALL_PROXY", "all_proxy");
        String https = first(environment, "HTTPS_PROXY", "https_proxy");
        String http = first(environment, "http_proxy", "HTTP_PROXY");
        var direct = new ArrayList<String>();
        for (String host : first(environment, "NO_PROXY", "no_proxy").split(",", -1)) {
            if (!host.isBlank()) {
                direct.add(host.strip().toLowerCase(Locale.ROOT));
            }
        }
        String bundle = first(environment, "BATON_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE",
                "NODE_EXTRA_CA_CERTS");
        var settings = new NetworkSettings(https.isEmpty() ? all : https, http.isEmpty() ? all : http, direct,
                bundle.isEmpty() ? Optional.empty() : Optional.of(Path.of(bundle)));
        settings.proxyOf("https");
        if (!http.isEmpty()) {
            settings.proxyOf("http");
        }
        return settings;
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** To be called before the first client of the program is made: only then does the JDK read it. */
    void prepare() {
        if (proxyOf("https").flatMap(ProxyAddress::authorization).isPresent()) {
            // Otherwise the JDK keeps a password from a proxy in front of TLS.
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    /**
     * Configures a client.
     *
     * @throws IllegalArgumentException where the CA file cannot be read
     */
    void applyTo(java.net.http.HttpClient.Builder builder) {
        builder.proxy(selector());
        caBundle.ifPresent(path -> builder.sslContext(trusting(path)));
    }

    /** The proxy for an address; empty where it is reached directly. */
    Optional<InetSocketAddress> proxyFor(URI address) {
        return proxyTo(address).map(ProxyAddress::socket);
    }

    /** What the proxy for an address wants to see; empty where there is none, or it asks for nobody. */
    Optional<String> authorizationFor(URI address) {
        return proxyTo(address).flatMap(ProxyAddress::authorization);
    }

    private Optional<ProxyAddress> proxyTo(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return isDirect(host) ? Optional.empty() : proxyOf(String.valueOf(address.getScheme()));
    }

    private Optional<ProxyAddress> proxyOf(String scheme) {
        boolean secure = scheme.equals("https");
        String proxy = secure ? httpsProxy : httpProxy;
        return proxy.isEmpty()
                ? Optional.empty()
                : Optional.of(ProxyAddress.parse(secure ? "HTTPS_PROXY" : "HTTP_PROXY", proxy));
    }

    private boolean isDirect(String host) {
        boolean loopback = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        return loopback || noProxy.stream().anyMatch(rule -> {
            String name = rule.startsWith("*.") ? rule.substring(1) : rule;
            String suffix = name.startsWith(".") ? name : "." + name;
            return name.equals("*") || host.equals(name) || host.endsWith(suffix);
        });
    }

    private ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                return List.of(proxyFor(address)
                        .map(proxy -> new Proxy(Proxy.Type.HTTP,
                                new InetSocketAddress(proxy.getHostString(), proxy.getPort())))
                        .orElse(Proxy.NO_PROXY));
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException e) {
                // The call itself fails and says so.
            }
        };
    }

    private static SSLContext trusting(Path bundle) {
        try (InputStream in = Files.newInputStream(bundle)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("bundle-" + number++, one);
            }
            for (Certificate one : systemAuthorities()) {
                store.setCertificateEntry("system-" + number++, one);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the CA file " + bundle + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Certificate> systemAuthorities() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        var all = new ArrayList<Certificate>();
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                all.addAll(List.of(trust.getAcceptedIssuers()));
            }
        }
        return all;
    }
}
