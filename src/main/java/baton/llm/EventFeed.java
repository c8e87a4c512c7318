package baton.llm;

import java.io.IOException;
import java.util.Optional;

import dev.langchain4j.http.client.sse.ServerSentEvent;

/** Cuts a stream of lines into events: server-sent events, or one JSON object a line. */
final class EventFeed {
    /** How events stand in the stream. */
    enum Format {
        SERVER_SENT_EVENTS, JSON_LINES
    }

    private final LineReader lines;
    private final Format format;
    private final StreamCaps caps;
    private int events;

    EventFeed(LineReader lines, Format format, StreamCaps caps) {
        this.lines = lines;
        this.format = format;
        this.caps = caps;
    }

    /** The next event; empty at the end. Comments are skipped. */
    Optional<ServerSentEvent> next() throws IOException {
        var event = switch (format) {
            case SERVER_SENT_EVENTS -> nextServerSent();
            case JSON_LINES -> nextLine();
        };
        if (event.isPresent() && ++events > caps.eventsMax()) {
            throw new LineReader.TooLarge("the answer has more than " + caps.eventsMax() + " events");
        }
        return event;
    }

    private Optional<ServerSentEvent> nextLine() throws IOException {
        var line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        return line.map(text -> new ServerSentEvent(null, text));
    }

    /** An event ends at an empty line; one that the end of the stream cuts short counts, so that its loss is noticed. */
    private Optional<ServerSentEvent> nextServerSent() throws IOException {
        String name = null;
        StringBuilder data = null;
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            if (text.isEmpty()) {
                if (data != null) {
                    return Optional.of(new ServerSentEvent(name, data.toString()));
                }
                name = null;
            } else if (text.startsWith("event:")) {
                name = text.substring("event:".length()).strip();
            } else if (text.startsWith("data:")) {
                data = joined(data, text);
            }
        }
        return data == null ? Optional.empty() : Optional.of(new ServerSentEvent(name, data.toString()));
    }

    private StringBuilder joined(@org.jspecify.annotations.Nullable StringBuilder data, String line)
            throws IOException {
        var all = data == null ? new StringBuilder() : data.append('\n');
        int from = line.startsWith("data: ") ? "data: ".length() : "data:".length();
        all.append(line, from, line.length());
        if (all.length() > caps.lineBytesMax()) {
            throw new LineReader.TooLarge("an event of the answer has more than " + caps.lineBytesMax() + " bytes");
        }
        return all;
    }
}
