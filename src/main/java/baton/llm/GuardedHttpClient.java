package baton.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;

import baton.engine.fact.Trouble;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParsingHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

/**
 * The one connection pool to all providers, as the library's HTTP client.
 *
 * <p>A streaming request runs to its end on the caller's thread, which should be a virtual one, and only inside an
 * {@link Exchange}: there its clocks, caps and cancelling live, and there its failure is noted. The library hears events
 * and, after the provider's end mark, the close; it never hears of a failure. HTTP/1.1 alone; redirects are not followed,
 * since the key belongs to the host that was named.
 */
final class GuardedHttpClient implements HttpClient, AutoCloseable {
    /** Stands where the library insists on a key and the endpoint has none. */
    static final String NO_KEY = "baton-no-key";

    private static final Set<String> NOT_OURS_TO_SET = new TreeSet<>(
            Set.of("connection", "content-length", "expect", "host", "upgrade", "user-agent"));

    private final NetworkSettings network;
    private final java.net.http.HttpClient wire;
    private final ExecutorService threads;

    GuardedHttpClient(NetworkSettings network, CallClocks clocks) {
        this.network = network;
        network.prepare();
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        var builder = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(clocks.connectMs()))
                .executor(threads);
        network.applyTo(builder);
        this.wire = builder.build();
    }

    /** Gives the library this client, whatever time-outs it asks for. */
    HttpClientBuilder asBuilder() {
        return new SharedClientBuilder(this);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streaming requests are sent");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Exchange exchange = Exchange.CURRENT.get();
        try {
            respond(exchange, request).ifPresent(response -> hear(exchange, response, listener));
        } finally {
            exchange.end();
        }
    }

    private Optional<HttpResponse<InputStream>> respond(Exchange exchange, HttpRequest request) {
        URI address = URI.create(request.url());
        exchange.begin();
        var answer = wire.sendAsync(translated(address, request), BodyHandlers.ofInputStream());
        exchange.stopBy(() -> answer.cancel(true));
        try {
            return Optional.of(answer.get());
        } catch (CancellationException _) {
            exchange.fail(Fault.of(Trouble.INCOMPLETE, "cancelled"));
        } catch (InterruptedException _) {
            answer.cancel(true);
            exchange.fail(Fault.of(Trouble.INCOMPLETE, "cancelled"));
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            exchange.fail(noAnswer(rootOf(e), address));
        }
        return Optional.empty();
    }

    private java.net.http.HttpRequest translated(URI address, HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(request.body() == null ? "" : request.body()))
                .setHeader("User-Agent", "baton");
        network.authorizationFor(address).ifPresent(value -> builder.setHeader("Proxy-Authorization", value));
        request.headers().forEach((name, values) -> {
            if (!NOT_OURS_TO_SET.contains(name.toLowerCase(Locale.ROOT)) && !values.contains(NO_KEY)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private static void hear(Exchange exchange, HttpResponse<InputStream> response, ServerSentEventListener listener) {
        try (InputStream body = response.body()) {
            exchange.stopBy(() -> closeQuietly(body));
            if (response.statusCode() / 100 == 2) {
                hearEvents(exchange, response, body, listener);
            } else {
                refuse(exchange, response, body);
            }
        } catch (LineReader.TooLarge e) {
            exchange.fail(Fault.lasting(Trouble.INCOMPLETE, "answer too large: " + e.getMessage()));
        } catch (IOException e) {
            exchange.fail(Fault.of(Trouble.INCOMPLETE, "the connection broke off: " + e.getMessage()));
        }
    }

    /** The status counts even if the body never comes. */
    private static void refuse(Exchange exchange, HttpResponse<InputStream> response, InputStream body) {
        Fault noted = FaultReader.ofAnswer(response.statusCode(), response.headers(), "");
        exchange.fail(noted);
        exchange.refine(noted,
                FaultReader.ofAnswer(response.statusCode(), response.headers(), start(exchange, body)));
    }

    private static void hearEvents(Exchange exchange, HttpResponse<InputStream> response, InputStream body,
            ServerSentEventListener listener) throws IOException {
        String type = response.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html") || (type.contains("application/json") && exchange.watch().isServerSent())) {
            exchange.fail(FaultReader.ofUnexpected(type, start(exchange, body)));
            return;
        }
        listener.onOpen(SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                .headers(response.headers().map()).build());
        var feed = new EventFeed(new LineReader(body, exchange.settings().caps()), exchange.watch().format(),
                exchange.settings().caps());
        var context = new ServerSentEventContext(new DefaultServerSentEventParsingHandle(body));
        try {
            hearAll(exchange, feed, context, listener);
        } catch (IOException e) {
            if (!exchange.watch().isEnded()) {
                throw e;
            }
        }
        if (exchange.watch().isEnded() && exchange.fault().isEmpty()) {
            listener.onClose();
        }
    }

    private static void hearAll(Exchange exchange, EventFeed feed, ServerSentEventContext context,
            ServerSentEventListener listener) throws IOException {
        var event = feed.next();
        while (event.isPresent() && !exchange.isStopped() && exchange.fault().isEmpty()) {
            exchange.progressed();
            pass(exchange, event.get(), context, listener);
            event = exchange.fault().isPresent() ? event : feed.next();
        }
    }

    private static void pass(Exchange exchange, ServerSentEvent event, ServerSentEventContext context,
            ServerSentEventListener listener) {
        StreamWatch watch = exchange.watch();
        if (watch.isEnded() && !watch.hearsOnAfterEnd()) {
            return;
        }
        ServerSentEvent heard = watch.hear(event);
        if (watch.error().isPresent()) {
            exchange.fail(watch.error().get());
            return;
        }
        if (watch.isEnded()) {
            exchange.linger();
        }
        try {
            listener.onEvent(heard, context);
        } catch (RuntimeException e) {
            exchange.fail(Fault.of(Trouble.INCOMPLETE, "the answer cannot be read: " + e.getMessage()));
        }
    }

    /** The beginning of a body; what stalls or breaks off is taken as far as it came. */
    private static String start(Exchange exchange, InputStream body) {
        var bytes = new java.io.ByteArrayOutputStream();
        var block = new byte[4096];
        int most = exchange.settings().caps().errorBytesMax();
        try {
            for (int read = body.read(block); read > 0 && bytes.size() < most; read = body.read(block)) {
                bytes.write(block, 0, Math.min(read, most - bytes.size()));
                exchange.progressed();
            }
        } catch (IOException _) {
            return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
        }
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root instanceof ExecutionException) {
            root = root.getCause();
        }
        return root;
    }

    private static Fault noAnswer(Throwable e, URI address) {
        String host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        return switch (e) {
            case HttpConnectTimeoutException _ ->
                Fault.of(Trouble.UNREACHABLE, "no connection to " + host + " in time");
            case ConnectException c when c.getCause() instanceof UnresolvedAddressException ->
                Fault.of(Trouble.UNREACHABLE, "no such host: " + host);
            case ConnectException _ -> Fault.of(Trouble.UNREACHABLE, "no connection to " + host);
            case UnknownHostException _ -> Fault.of(Trouble.UNREACHABLE, "no such host: " + host);
            case SSLException s -> Fault.lasting(Trouble.UNREACHABLE, "no safe connection to " + host + ": "
                    + s.getMessage() + "; behind a company proxy, name its CA file in SSL_CERT_FILE");
            default -> Fault.of(Trouble.UNREACHABLE, host + " closed the connection without an answer");
        };
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // The stream is given up either way.
            return;
        }
    }

    @Override
    public void close() {
        wire.shutdownNow();
        threads.shutdownNow();
    }

    /** Every model shares one client; its clocks are the exchange's. */
    private static final class SharedClientBuilder implements HttpClientBuilder {
        private static final Duration UNUSED = Duration.ofHours(1);
        private final GuardedHttpClient client;

        SharedClientBuilder(GuardedHttpClient client) {
            this.client = client;
        }

        @Override
        public Duration connectTimeout() {
            return UNUSED;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return UNUSED;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
