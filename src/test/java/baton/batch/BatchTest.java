package baton.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import baton.batch.LineOutput.Glyphs;
import baton.batch.Palette.Wish;
import baton.engine.SessionState;
import baton.view.Facts;
import baton.view.Golden;
import baton.view.SampleRun;
import baton.view.page.SentenceLayout.Detail;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BatchTest {
    @Test
    void colourIsDecidedByFlagThenVariablesThenTerminal() {
        assertEquals(List.of(Palette.COLOUR, Palette.PLAIN, Palette.COLOUR, Palette.PLAIN, Palette.PLAIN,
                Palette.COLOUR, Palette.PLAIN, Palette.COLOUR, Palette.PLAIN),
                List.of(Palette.choose(Wish.ALWAYS, Map.of("NO_COLOR", "1"), false),
                        Palette.choose(Wish.NEVER, Map.of("FORCE_COLOR", "1"), true),
                        Palette.choose(Wish.AUTO, Map.of(), true),
                        Palette.choose(Wish.AUTO, Map.of(), false),
                        Palette.choose(Wish.AUTO, Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), true),
                        Palette.choose(Wish.AUTO, Map.of("NO_COLOR", "", "FORCE_COLOR", "1"), false),
                        Palette.choose(Wish.AUTO, Map.of("TERM", "dumb"), true),
                        Palette.choose(Wish.AUTO, Map.of("CLICOLOR_FORCE", "1"), false),
                        Palette.choose(Wish.AUTO, Map.of("NO_COLOR", "1"), true)));
    }

    @Test
    void plainLinesHoldNoEscapeAndColouredOnesOnlyOurs() {
        var line = StyledLine.of(Tone.BAD, "bad\u001b[2J").and(" end");

        assertEquals("bad^[[2J end", Palette.PLAIN.render(line));
        assertEquals("\u001b[31mbad^[[2J\u001b[0m end", Palette.COLOUR.render(line));
    }

    @Test
    void outputIsUtf8AndAsciiOnRequestInWhatWeDraw() {
        var bytes = new ByteArrayOutputStream();
        new LineOutput(bytes, Palette.PLAIN, Glyphs.UNICODE).show(StyledLine.of("a · b…"));
        new LineOutput(bytes, Palette.PLAIN, Glyphs.ASCII).show(StyledLine.of("a · b…"));

        assertEquals("a · b…\na - b~\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aReaderThatLeavesEndsTheOutputQuietly() {
        var attempts = new ArrayList<Integer>();
        var out = new LineOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                attempts.add(b);
                throw new IOException("Broken pipe");
            }
        }, Palette.PLAIN, Glyphs.UNICODE);
        out.write("one");
        out.write("two");

        assertTrue(out.isGone());
        assertEquals(1, attempts.size());
    }

    @Test
    void progressTellsChangesOfStateInColumns() throws Exception {
        Golden.checkText("view/progress.txt", progress(SampleRun.whole(), Detail.MAIN));
    }

    @Test
    void progressFitsTheTerminalAndKeepsItsWords() {
        for (int columns : new int[]{60, 80, 120}) {
            String told = progress(SampleRun.whole(), Detail.ALL, columns);

            assertEquals(List.of(), told.lines().filter(line -> TextWidth.of(line) > columns).toList());
            assertTrue(told.lines().allMatch(line -> line.contains("rehearsal  ") || line.startsWith("      ")), told);
        }
    }

    @Test
    void everyStepIsToldOnRequestAndNothingWhereNobodyWantsIt() {
        assertEquals(SampleRun.whole().events().size(),
                progress(SampleRun.whole(), Detail.ALL).lines().count());
        assertEquals("", progress(SampleRun.whole(), Detail.SILENT));
    }

    @Test
    void longSilenceIsBrokenByASignOfLife() {
        var bytes = new ByteArrayOutputStream();
        try (var progress = new TextProgress(new LineOutput(bytes, Palette.PLAIN, Glyphs.UNICODE), Detail.MAIN, 200,
                0)) {
            progress.committed(SampleRun.untilAtWork().events(), SessionState.EMPTY);
            progress.heartbeat(1_000);
            progress.heartbeat(30_999);
            progress.heartbeat(31_000);
            progress.heartbeat(32_000);
        }

        var last = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("  00:00  rehearsal  Still at work: 2 agents, 0 of 3 tasks accepted", last.getLast());
        assertEquals(1, last.stream().filter(line -> line.contains("Still at work")).count());
    }

    @Test
    void eventLinesKeepTheirOrder() {
        var bytes = new ByteArrayOutputStream();
        try (var lines = new EventLines(new LineOutput(bytes, Palette.PLAIN, Glyphs.UNICODE),
                event -> String.valueOf(event.seq()))) {
            lines.committed(SampleRun.untilAtWork().events(), SessionState.EMPTY);
        }

        assertEquals(SampleRun.untilAtWork().events().stream().map(event -> String.valueOf(event.seq())).toList(),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void junitShowsWaitingTasksAsSkippedWithTheReason() throws Exception {
        Golden.checkText("view/junit.xml", JunitReport.of(SampleRun.whole().view()));
    }

    @Test
    void junitHoldsNothingThatXmlForbids() {
        assertEquals("a&lt;b&gt;&amp;&quot;\uFFFD&#10;", JunitReport.escaped("a<b>&\"\u001b\n"));
    }

    private static String progress(Facts facts, Detail detail) {
        return progress(facts, detail, 200);
    }

    private static String progress(Facts facts, Detail detail, int columns) {
        var bytes = new ByteArrayOutputStream();
        try (var progress = new TextProgress(new LineOutput(bytes, Palette.PLAIN, Glyphs.UNICODE), detail, columns,
                0)) {
            progress.committed(facts.events(), SessionState.EMPTY);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
