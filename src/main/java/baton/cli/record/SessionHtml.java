package baton.cli.record;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.view.Projector;
import baton.view.Sentence;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.page.Summary;
import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * A session as one page that needs nothing else: its summary, then every step with its number and time, and what agents said.
 *
 * <p>No script, no picture, no address: whatever stands in a session is shown as text, and a browser is told to load nothing.
 */
final class SessionHtml {
    private static final int COLUMNS = 110;
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
            pre { font: 13px/1.4 ui-monospace, monospace; overflow-x: auto; white-space: pre-wrap; }
            table { border-collapse: collapse; font-size: 14px; width: 100%; }
            td { padding: .15rem .6rem .15rem 0; vertical-align: top; overflow-wrap: anywhere; }
            td.n, td.t { color: GrayText; text-align: right; white-space: nowrap; }
            td.who { white-space: nowrap; }
            tr.detail td { color: GrayText; }
            .strong { font-weight: 600; } .dim { color: GrayText; } .emphasis { font-style: italic; }
            .good { color: #18794e; } .attention { color: #9a6700; } .bad { color: #cf222e; }
            .code, .link { font-family: ui-monospace, monospace; }
            @media (prefers-color-scheme: dark) {
              .good { color: #56d364; } .attention { color: #e3b341; } .bad { color: #ff7b72; }
            }
            </style>
            </head>
            <body>
            """;

    private final Writer out;
    private SessionView view = SessionView.EMPTY;

    private SessionHtml(Writer out) {
        this.out = out;
    }

    /**
     * Writes the page; the record is read twice, once for the summary at its top.
     *
     * @param whole the view after the last event
     */
    static void write(Stream<RecordedEvent> events, SessionView whole, String name, Writer out) throws IOException {
        out.append(HEAD.replace("{title}", escaped(new ScreenText(whole.head().planName() + " · " + name).value())));
        out.append("<h1>").append(escaped(new ScreenText(whole.head().planName()).value())).append("</h1>\n<pre>");
        lines(Summary.of(whole, new Summary.Frame(name, "", COLUMNS)), out);
        out.append("</pre>\n<h2>Every step</h2>\n<table>\n");
        var page = new SessionHtml(out);
        for (var all = events.iterator(); all.hasNext();) {
            page.row(all.next());
        }
        out.append("</table>\n</body>\n</html>\n");
    }

    private static void lines(List<StyledLine> lines, Writer out) throws IOException {
        for (var line : lines) {
            for (var span : line.spans()) {
                spanned(span.tone(), span.text(), out);
            }
            out.append('\n');
        }
    }

    private static void spanned(Tone tone, ScreenText text, Writer out) throws IOException {
        if (tone == Tone.PLAIN) {
            out.append(escaped(text.value()));
        } else {
            out.append("<span class=\"").append(tone.name().toLowerCase(Locale.ROOT)).append("\">")
                    .append(escaped(text.value())).append("</span>");
        }
    }

    private void row(RecordedEvent event) throws IOException {
        view = Projector.boards(view, event);
        var sentence = Sentences.of(view, event);
        String weight = sentence.weight() == Sentence.Weight.DETAIL ? " class=\"detail\"" : "";
        out.append("<tr id=\"e").append(String.valueOf(event.seq())).append('"').append(weight)
                .append("><td class=\"n\">").append(String.valueOf(event.seq())).append("</td><td class=\"t\">")
                .append(Amounts.clock(view.head().runMs())).append("</td><td class=\"who\">")
                .append(escaped((sentence.task().value() + " " + sentence.agent().value()).strip()))
                .append("</td><td>");
        spanned(sentence.tone(), sentence.says(), out);
        if (event.event() instanceof TurnCompleted turn && !turn.reply().text().isBlank()) {
            said(turn.reply().text());
        }
        out.append("</td></tr>\n");
    }

    private void said(String text) throws IOException {
        out.append("<details><summary>all it said</summary><pre>");
        for (var line : ScreenText.lines(text)) {
            out.append(escaped(line.value())).append('\n');
        }
        out.append("</pre></details>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
