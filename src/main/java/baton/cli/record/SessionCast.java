package baton.cli.record;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Stream;

import baton.batch.Palette;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.view.Projector;
import baton.view.SessionView;
import baton.view.page.SentenceLayout;
import baton.view.page.SentenceLayout.Detail;
import baton.view.text.ScreenText;
import baton.wire.CastLines;

/** A session as a recording that terminal players show: the sentences of a replay at their run time, tasks as markers. */
final class SessionCast {
    private static final int COLUMNS = 100;
    private static final int ROWS = 30;
    /** As a replay waits. */
    private static final long IDLE_MS = 2_000;

    private final Writer out;
    private final SentenceLayout layout = new SentenceLayout(COLUMNS);
    private SessionView view = SessionView.EMPTY;
    private boolean begun;

    private SessionCast(Writer out) {
        this.out = out;
    }

    static void write(Stream<RecordedEvent> events, String name, Writer out) throws IOException {
        var cast = new SessionCast(out);
        for (var all = events.iterator(); all.hasNext();) {
            cast.take(all.next(), name);
        }
    }

    private void take(RecordedEvent event, String name) throws IOException {
        view = Projector.boards(view, event);
        if (!begun) {
            begun = true;
            line(CastLines.header(COLUMNS, ROWS, event.atMs(), IDLE_MS, name));
        }
        long atMs = view.head().runMs();
        String mark = mark(event);
        if (!mark.isEmpty()) {
            line(CastLines.marker(atMs, new ScreenText(mark).value()));
        }
        for (var sentence : layout.lines(view, event, Detail.MAIN)) {
            line(CastLines.output(atMs, Palette.COLOUR.render(sentence) + "\r\n"));
        }
    }

    private static String mark(RecordedEvent event) {
        String task = event.subject().task();
        return switch (event.event()) {
            case TaskStarted started -> task + " started";
            case TaskAccepted accepted -> task + " accepted";
            case TaskFailed failed -> task + " failed";
            default -> "";
        };
    }

    private void line(String line) throws IOException {
        out.append(line).append('\n');
    }
}
