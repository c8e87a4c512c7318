package baton.llm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A provider on the loopback that does what a script says, byte by byte. */
final class FakePeer implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** What a peer does with the request that arrived as the {@code number}th, from 1. */
    interface Script {
        void answer(int number, Request request, Line line) throws IOException, InterruptedException;
    }

    record Request(String path, Map<String, String> headers, String body) {}

    FakePeer(Script script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); !request.path().isEmpty(); request = read(in)) {
                int number;
                synchronized (requests) {
                    requests.add(request);
                    number = requests.size();
                }
                var line = new Line(socket, in);
                script.answer(number, request, line);
                if (!line.mayGoOn) {
                    return;
                }
            }
        } catch (IOException _) {
            // The other side has gone.
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        String first = readLine(in);
        var headers = new LinkedHashMap<String, String>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        int from = first.indexOf(' ') + 1;
        return new Request(first.isEmpty() ? "" : first.substring(from, first.indexOf(' ', from)), headers, body);
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One answer being written. */
    static final class Line {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private boolean mayGoOn;

        private Line(Socket socket, InputStream in) throws IOException {
            this.socket = socket;
            this.in = in;
            this.out = socket.getOutputStream();
        }

        /** A whole answer. */
        void whole(int status, String type, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            var all = new ArrayList<>(List.of(headers));
            all.add("Content-Length: " + bytes.length);
            head(status, type, all);
            out.write(bytes);
            out.flush();
            mayGoOn = true;
        }

        /** The head of a stream in chunks. */
        Line open(String type) throws IOException {
            head(200, type, List.of("Transfer-Encoding: chunked"));
            return this;
        }

        /** The head of a stream that ends with the connection. */
        Line openUntilClose(String type) throws IOException {
            head(200, type, List.of("Connection: close"));
            return this;
        }

        private void head(int status, String type, List<String> headers) throws IOException {
            var head = new StringBuilder("HTTP/1.1 " + status + " Said\r\nContent-Type: " + type + "\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            raw(head.append("\r\n").toString());
        }

        Line raw(String text) throws IOException {
            return raw(text.getBytes(StandardCharsets.UTF_8));
        }

        Line raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }

        /** One chunk of a stream opened in chunks. */
        Line chunk(String text) throws IOException {
            return chunk(text.getBytes(StandardCharsets.UTF_8));
        }

        Line chunk(byte[] bytes) throws IOException {
            raw(Integer.toHexString(bytes.length) + "\r\n");
            raw(bytes);
            return raw("\r\n");
        }

        void end() throws IOException {
            raw("0\r\n\r\n");
            mayGoOn = true;
        }

        /** The stream of chunks ends in order, the answer in it does not. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client has closed its side; false after five seconds. */
        boolean awaitClose() throws IOException {
            socket.setSoTimeout(5_000);
            try {
                return in.read() < 0;
            } catch (java.net.SocketTimeoutException _) {
                return false;
            } catch (IOException _) {
                return true;
            }
        }

        /** Does nothing until the latch opens. */
        void stallUntil(CountDownLatch latch) throws InterruptedException {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test forgot to open its latch");
            }
        }
    }
}
