package baton.llm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import baton.engine.fact.Action;
import baton.runtime.AgentModel.ChatMessage;
import baton.runtime.Redactor;
import baton.runtime.SystemTime;
import baton.settings.ProviderEndpoint.Dialect;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NetworkSettingsTest {
    private static final Tongue OPENAI = new Tongue(Dialect.OPENAI);

    @TempDir
    Path folder;

    @Test
    void theUsualVariablesNameTheProxyAndWhatNeedsNone() {
        var settings = NetworkSettings.of(Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY",
                "localhost, .corp.example,*.wild.example,plain.example", "SSL_CERT_FILE", "/etc/corp.pem"));
        assertEquals(new NetworkSettings("http://proxy:3128", "",
                List.of("localhost", ".corp.example", "*.wild.example", "plain.example"),
                Optional.of(Path.of("/etc/corp.pem"))), settings);
        assertEquals(Optional.of("proxy:3128"), proxyOf(settings, "https://api.openai.com/v1"));
        assertEquals(Optional.empty(), proxyOf(settings, "http://api.openai.com/v1"));
        for (String direct : List.of("https://a.corp.example/", "https://x.wild.example/", "https://plain.example/",
                "https://sub.plain.example/", "https://localhost/", "https://127.0.0.1:11434/")) {
            assertEquals(Optional.empty(), proxyOf(settings, direct), direct);
        }
        assertEquals(Optional.of("all:8080"),
                proxyOf(NetworkSettings.of(Map.of("ALL_PROXY", "all:8080")), "http://x/"));
        assertEquals(Optional.empty(),
                proxyOf(NetworkSettings.of(Map.of("ALL_PROXY", "all:8080", "NO_PROXY", "*")), "http://x/"));
    }

    private static Optional<String> proxyOf(NetworkSettings settings, String address) {
        return settings.proxyFor(URI.create(address)).map(proxy -> proxy.getHostString() + ":" + proxy.getPort());
    }

    @Test
    void aCallGoesThroughTheProxy() throws IOException {
        try (var proxy = new FakePeer(Asking.saying(OPENAI, OPENAI.answer("through the proxy")))) {
            var endpoint = OPENAI.endpoint("http://models.example");
            try (var time = new SystemTime();
                    var model = model(endpoint, NetworkSettings.of(
                            Map.of("http_proxy", proxy.address())), time)) {
                var hearing = new Hearing();
                model.ask(Asking.call(new ChatMessage.User("Go.")), hearing);
                assertEquals("through the proxy", hearing.reply().text());
                assertEquals("http://models.example/v1/chat/completions", proxy.requests().getFirst().path());
            }
        }
    }

    @Test
    void aProxyWithAPasswordIsToldItAndTheProviderIsNot() throws IOException {
        try (var proxy = new FakePeer(Asking.saying(OPENAI, OPENAI.answer("let in")));
                var time = new SystemTime();
                var model = model(OPENAI.endpoint("http://models.example"),
                        NetworkSettings.of(
                                Map.of("http_proxy", proxy.address().replace("://", "://me:p%40ss@"))),
                        time)) {
            var hearing = new Hearing();
            model.ask(Asking.call(new ChatMessage.User("Go.")), hearing);
            assertEquals("let in", hearing.reply().text());
            assertEquals("Basic bWU6cEBzcw==", proxy.requests().getFirst().headers().get("proxy-authorization"));
        }
    }

    @Test
    void aPasswordIsReadAsPeopleWriteItAndNeverShown() {
        assertEquals(new ProxyAddress("proxy", 8080, "me:p@ss#1"),
                ProxyAddress.parse("X", "http://me:p@ss#1@proxy:8080/"));
        assertEquals(new ProxyAddress("proxy", 3128, "me:a+b"), ProxyAddress.parse("X", "me:a+b@proxy"));
        assertEquals(new ProxyAddress("proxy", 3128, ""), ProxyAddress.parse("X", "http://proxy"));
        assertEquals("proxy:8080", ProxyAddress.parse("X", "http://me:secret@proxy:8080").toString());
    }

    @Test
    void aProxyThatCannotBeUsedIsRefusedWithItsVariableAndWithoutItsText() {
        for (String value : List.of("http://me:secret@", "http://me:secret@bad host:1", "socks5://me:secret@proxy:1080",
                "http://me:secret@proxy:99999", "http://me:%ZZsecret@proxy")) {
            var thrown = assertThrows(IllegalArgumentException.class,
                    () -> NetworkSettings.of(Map.of("HTTPS_PROXY", value)), value);
            assertTrue(String.valueOf(thrown.getMessage()).startsWith("HTTPS_PROXY names "), thrown.getMessage());
            assertEquals(false, String.valueOf(thrown.getMessage()).contains("secret"), thrown.getMessage());
        }
    }

    private static LangChainModel model(baton.settings.ProviderEndpoint endpoint, NetworkSettings network,
            SystemTime time) {
        return new LangChainModel(ProviderDirectory.of(Map.of(), List.of(endpoint), ModelAliases.DEFAULTS), network,
                Asking.QUICK, Redactor.ofShapes(), time,
                (tool, _) -> new Action.Workspace(Action.Access.READ, tool), new Random(1));
    }

    @Test
    void aCompanysAuthorityIsTrustedWhenItsFileIsNamed() throws Exception {
        var server = server();
        try (var time = new SystemTime()) {
            var endpoint = OPENAI.endpoint("https://localhost:" + server.getAddress().getPort());
            try (var wary = model(endpoint, NetworkSettings.DIRECT, time)) {
                var hearing = new Hearing();
                wary.ask(Asking.call(new ChatMessage.User("Go.")), hearing);
                assertEquals(List.of("broke UNREACHABLE"), hearing.kinds());
                assertTrue(hearing.said().getFirst().contains("SSL_CERT_FILE"));
            }
            try (var trusting = model(endpoint,
                    NetworkSettings.of(Map.of("SSL_CERT_FILE", folder.resolve("peer.pem").toString())), time)) {
                var hearing = new Hearing();
                trusting.ask(Asking.call(new ChatMessage.User("Go.")), hearing);
                assertEquals("over TLS", hearing.reply().text());
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateFileThatCannotBeReadIsNamed() throws IOException {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "no certificate");
        for (Path file : List.of(nonsense, folder.resolve("absent.pem"))) {
            var settings = new NetworkSettings("", "", List.of(), Optional.of(file));
            var thrown = assertThrows(IllegalArgumentException.class,
                    () -> new GuardedHttpClient(settings, CallClocks.DEFAULTS));
            assertTrue(String.valueOf(thrown.getMessage()).contains(file.toString()));
        }
    }

    /** A server with a certificate nobody knows, written to {@code peer.pem}. */
    private HttpsServer server() throws Exception {
        Path store = folder.resolve("peer.p12");
        keytool("-genkeypair", "-alias", "peer", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "SAN=dns:localhost", "-validity", "2", "-keystore", store.toString(), "-storetype", "PKCS12");
        keytool("-exportcert", "-rfc", "-alias", "peer", "-keystore", store.toString(), "-file",
                folder.resolve("peer.pem").toString());
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = String.join("", OPENAI.answer("over TLS")).getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", OPENAI.type());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "changeit"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
    }
}
