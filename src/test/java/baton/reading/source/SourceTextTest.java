package baton.reading.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import baton.plan.Place;
import baton.plan.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SourceTextTest {

    @TempDir
    Path folder;

    @Test
    void lineEndsOfEveryKindBecomeOneAndKeepTheirCount() {
        assertEquals("a\nb\nc\nd", text("a\r\nb\rc\nd".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheText() {
        assertEquals("# Plan", text("\uFEFF# Plan".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sixteenBitTextIsReadWithAndWithoutAMark() {
        assertEquals("# Plän\n", text("\uFEFF# Plän\n".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("# Plän\n", text("\uFEFF# Plän\n".getBytes(StandardCharsets.UTF_16BE)));
        assertEquals("# A plan\n", text("# A plan\n".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("# A plan\n", text("# A plan\n".getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsWindows1252AndTheLineIsNamed() {
        var read = taken("one\nnaïve “café”".getBytes(Charset.forName("windows-1252")));
        assertEquals("one\nnaïve “café”", read.value().text());
        assertEquals(new Place("plan.md", 2), read.problems().getFirst().place());
        assertEquals(Problem.Severity.WARNING, read.problems().getFirst().severity());
    }

    @Test
    void aFileReadOnceTooOftenAsWindows1252IsReadBackAndSaysSo() {
        String sound = "# 🎯 Plan → “now”\n\nplain\n✅ done — ½ naïve\n";
        var read = taken(brokenOnce(sound).getBytes(StandardCharsets.UTF_8));
        assertEquals(sound, read.value().text());
        assertEquals(List.of(Problem.note("text-repaired", new Place("plan.md", 1),
                "the file is UTF-8 that was once read as Windows-1252; it was read back, which changed 2 lines: 1, 4",
                "Save the file as UTF-8 with these characters put right.")), read.problems());
    }

    @Test
    void onlyTheBrokenRunsOfAMixedFileAreRepaired() {
        String mixed = "Übung bleibt\n" + brokenOnce("rocket 🚀 and arrow →") + "\nnaïve 東京\n";
        var read = taken(mixed.getBytes(StandardCharsets.UTF_8));
        assertEquals("Übung bleibt\nrocket 🚀 and arrow →\nnaïve 東京\n", read.value().text());
        assertEquals(new Place("plan.md", 2), read.problems().getFirst().place());
    }

    @Test
    void soundTextInManyScriptsIsLeftAlone() {
        for (String sound : List.of("café naïve Ärger", "план агентов", "計画 🎯", "Ça va — “bien” …", "ÉTÉ™ Ìž")) {
            var read = taken(sound.getBytes(StandardCharsets.UTF_8));
            assertEquals(sound, read.value().text());
            assertEquals(List.of(), read.problems());
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertEquals("text-binary", refusal(new byte[]{1, 2, 3, 0, 5, 6, 7, 8, 9}));
        assertEquals("text-binary", refusal("%PDF-1.7 words".getBytes(StandardCharsets.UTF_8)));
        assertEquals("text-binary", refusal(new byte[]{'P', 'K', 3, 4, 20, 30}));
        assertEquals("text-empty", refusal(new byte[0]));
        assertEquals("text-empty", refusal(" \r\n\t\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tenMegabytesLoadAndOneByteMoreIsRefused() throws IOException {
        byte[] full = new byte[SourceText.SIZE_BYTES_MAX];
        Arrays.fill(full, (byte) 'x');
        assertEquals(SourceText.SIZE_BYTES_MAX, taken(full).value().text().length());
        byte[] over = Arrays.copyOf(full, full.length + 1);
        over[full.length] = 'x';
        assertEquals("text-too-large", refusal(over));
        var streamed = SourceFiles.read(new ByteArrayInputStream(over), "-");
        assertEquals("text-too-large", streamed.problems().getFirst().code());
    }

    @Test
    void anAbsentFileAndAFolderAreProblemsAndNoExceptions() throws IOException {
        Files.writeString(folder.resolve("a.md"), "hello");
        assertEquals("file-absent", SourceFiles.read(folder.resolve("b.md"), "b.md").problems().getFirst().code());
        assertEquals("file-directory", SourceFiles.read(folder, "x").problems().getFirst().code());
        assertEquals(new Read.Taken<>(new SourceText("a.md", "hello"), List.of()),
                SourceFiles.read(folder.resolve("a.md"), "a.md"));
    }

    @Test
    void everyByteSequenceIsEitherTextOrAProblem() {
        var random = new java.util.Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            var read = SourceText.decode("x", bytes);
            assertTrue(read instanceof Read.Taken || !read.problems().isEmpty());
        }
    }

    /** What an editor shows that takes UTF-8 for Windows-1252, with the open bytes as control characters. */
    private static String brokenOnce(String sound) {
        var broken = new StringBuilder();
        for (byte each : sound.getBytes(StandardCharsets.UTF_8)) {
            broken.append(Windows1252.charOf(each & 0xFF));
        }
        return broken.toString();
    }

    private static String text(byte[] bytes) {
        return taken(bytes).value().text();
    }

    private static Read.Taken<SourceText> taken(byte[] bytes) {
        var read = SourceText.decode("plan.md", bytes);
        assertInstanceOf(Read.Taken.class, read, () -> read.problems().toString());
        return (Read.Taken<SourceText>) read;
    }

    private static String refusal(byte[] bytes) {
        var read = SourceText.decode("plan.md", bytes);
        assertInstanceOf(Read.Refused.class, read);
        return read.problems().getFirst().code();
    }
}
