package baton.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A session in forms that other programs show; its words are hostile. */
class ExportFormatsTest {
    private static final String HOSTILE = "<script src=https://example.org/x.js>alert('1')</script>&\\e[2J";

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.writeString(folder.resolve("plan.yaml"), Plans.TIDE_TABLES_IN_TURN.replace("Gather the readings",
                "\"Gather " + HOSTILE + "\"").replace("name: Tide tables", "name: \"Tide " + HOSTILE + "\""));
        assertEquals(0, desk.type("run", "plan.yaml").exitCode());
    }

    private String exported(String format) {
        var played = desk.type("sessions", "export", "last", "--format", format);
        assertEquals(0, played.exitCode(), played.err());
        return played.out();
    }

    @Test
    void aRecordingShowsTheReplayAtItsTimes() {
        var lines = exported("cast").lines().toList();
        assertTrue(lines.getFirst().matches("\\{\"version\":2,\"width\":100,\"height\":30,\"timestamp\":\\d+,"
                + "\"idle_time_limit\":2.000,\"title\":\"tide-[^\"]+\"}"), lines.getFirst());
        var event = Pattern.compile("\\[(\\d+\\.\\d{3}),\"([om])\",\"(.*)\"]");
        var before = BigDecimal.ZERO;
        for (String line : lines.subList(1, lines.size())) {
            var found = event.matcher(line);
            assertTrue(found.matches(), line);
            var at = new BigDecimal(found.group(1));
            assertTrue(at.compareTo(before) >= 0, line);
            before = at;
            assertFalse(found.group(3).replaceAll("\\\\u001B\\[[0-9]+m", "").contains("\\u001B"),
                    "only colours are control sequences: " + line);
        }
        assertTrue(lines.contains("[0.000,\"m\",\"T-1 started\"]"));
        assertTrue(lines.stream().anyMatch(line -> line.endsWith(",\"m\",\"T-2 accepted\"]")));
        assertTrue(lines.stream().filter(line -> line.contains("\"o\"")).allMatch(line -> line.endsWith("\\r\\n\"]")));
        assertTrue(before.signum() > 0);
    }

    @Test
    void aPageLoadsNothingAndShowsEveryWordAsText() {
        String page = exported("html");
        assertFalse(page.contains("<script") || page.contains("src=\"") || page.contains("href="), page);
        assertTrue(page.contains("&lt;script src=https://example.org/x.js&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;"),
                page);
        assertTrue(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        assertFalse(page.chars().anyMatch(sign -> sign < 0x20 && sign != '\n'), "no control character");
        long last = Long.parseLong(desk.type("sessions", "list", "--json").out().replaceFirst(
                "(?s).*?\"events\":(\\d+).*", "$1"));
        assertTrue(page.contains("<tr id=\"e1\"") && page.contains("<tr id=\"e" + last + "\""),
                () -> "every step is there, the last is " + last + ": "
                        + page.substring(Math.max(0, page.length() - 400)));
        assertTrue(page.contains("<details><summary>all it said</summary><pre>"));
        assertTrue(page.endsWith("</table>\n</body>\n</html>\n"));
    }

    @Test
    void whatIsLaidOutForPeopleIsNotRedactedPieceByPiece() {
        for (String format : new String[]{"cast", "html"}) {
            assertEquals(new Played(2, "", """
                    baton: --redact does not work with --format %s
                      hint: md, jsonl and otlp are redacted text by text.
                    """.formatted(format)),
                    desk.type("sessions", "export", "last", "--format", format, "--redact", "x"));
        }
        assertFalse(desk.type("sessions", "export", "last", "--format", "otlp", "--redact", "analyst").out()
                .contains("analyst"));
        assertEquals(2, desk.type("sessions", "export", "last", "--format", "pdf").exitCode());
    }
}
