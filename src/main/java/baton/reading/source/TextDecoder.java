package baton.reading.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Bytes to text, by the marks and patterns in the bytes themselves; never by the locale. */
final class TextDecoder {

    private static final int SAMPLE_BYTES = 8192;
    private static final int LINES_NAMED_MAX = 5;

    private final String file;
    private final byte[] bytes;
    private final Remarks remarks;

    private TextDecoder(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        this.remarks = new Remarks(file);
    }

    static Read<SourceText> decode(String file, byte[] bytes) {
        return new TextDecoder(file, bytes).decode();
    }

    private Read<SourceText> decode() {
        if (bytes.length > SourceText.SIZE_BYTES_MAX) {
            remarks.error(0, "text-too-large", "the file has " + bytes.length + " bytes, more than the "
                    + SourceText.SIZE_BYTES_MAX + " that are read", "Split it, or leave out what is no plan.");
            return remarks.refused();
        }
        String raw = looksLikeOtherFormat() ? "" : characters();
        if (remarks.hasErrors()) {
            return remarks.refused();
        }
        String text = raw.replace("\r\n", "\n").replace('\r', '\n');
        if (text.isBlank()) {
            remarks.error(0, "text-empty", "the file is empty", "Write something into it, or name another file.");
            return remarks.refused();
        }
        return remarks.result(new SourceText(file, repaired(text)));
    }

    private boolean looksLikeOtherFormat() {
        String kind = startsWith(0x25, 0x50, 0x44, 0x46, 0x2D)
                ? "a PDF"
                : startsWith(0x50, 0x4B, 0x03, 0x04)
                        ? "an archive or an office document"
                        : startsWith(0x7B, 0x5C, 0x72, 0x74, 0x66) ? "a rich text document" : "";
        if (!kind.isEmpty()) {
            remarks.error(0, "text-binary", "this is " + kind + ", not text", "Export it as Markdown or plain text.");
        }
        return !kind.isEmpty();
    }

    private String characters() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return utf8(3);
        }
        if (startsWith(0xFF, 0xFE)) {
            return utf16(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(0xFE, 0xFF)) {
            return utf16(StandardCharsets.UTF_16BE, 2);
        }
        int[] zeros = zerosByParity();
        int pairs = Math.min(bytes.length, SAMPLE_BYTES) / 2;
        if (zeros[1] * 10 > pairs * 4 && zeros[0] * 20 < pairs) {
            return utf16(StandardCharsets.UTF_16LE, 0);
        }
        if (zeros[0] * 10 > pairs * 4 && zeros[1] * 20 < pairs) {
            return utf16(StandardCharsets.UTF_16BE, 0);
        }
        return isBinary() ? binary() : utf8(0);
    }

    private String utf16(Charset charset, int skip) {
        remarks.note(0, "text-encoding", "read as " + charset.name(), "");
        return new String(bytes, skip, bytes.length - skip, charset);
    }

    private String utf8(int skip) {
        if (isBinary()) {
            return binary();
        }
        IntUnaryOperator byteAt = i -> i < bytes.length ? bytes[i] & 0xFF : -1;
        StringBuilder text = new StringBuilder(bytes.length);
        List<Integer> odd = new ArrayList<>();
        int line = 1;
        for (int i = skip; i < bytes.length;) {
            int length = Utf8.sequenceLength(byteAt, i);
            if (length == 0) {
                if (odd.isEmpty() || odd.getLast() != line) {
                    odd.add(line);
                }
                text.append(Windows1252.charOf(bytes[i] & 0xFF));
                i++;
                continue;
            }
            line += bytes[i] == '\n' ? 1 : 0;
            text.appendCodePoint(Utf8.codePoint(byteAt, i, length));
            i += length;
        }
        if (!odd.isEmpty()) {
            remarks.warning(odd.getFirst(), "text-encoding", "not valid UTF-8 on " + named(odd)
                    + "; those bytes were read as Windows-1252", "Save the file as UTF-8.");
        }
        return text.toString();
    }

    private String repaired(String text) {
        TextRepair repair = TextRepair.of(text);
        switch (repair.extent()) {
            case NOTHING -> {
            }
            case PARTS -> remarks.note(repair.lines().getFirst(), "text-repaired",
                    "characters that had been read in the wrong encoding were repaired on " + named(repair.lines()),
                    "Save the file as UTF-8 with these characters put right.");
            case WHOLE -> remarks.note(repair.lines().getFirst(), "text-repaired",
                    "the file is UTF-8 that was once read as Windows-1252; it was read back, which changed "
                            + named(repair.lines()),
                    "Save the file as UTF-8 with these characters put right.");
        }
        return repair.text();
    }

    private String binary() {
        remarks.error(0, "text-binary", "this is not a text file", "Name a Markdown or YAML file.");
        return "";
    }

    /** Zero bytes, or many control characters among the first bytes, mean that this is no text. */
    private boolean isBinary() {
        int controls = 0;
        int sample = Math.min(bytes.length, SAMPLE_BYTES);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i];
            if (value == 0) {
                return true;
            }
            boolean control = value > 0 && value < 0x20 && value != '\n' && value != '\r' && value != '\t'
                    && value != '\f' && value != 0x1B;
            controls += control && i < sample ? 1 : 0;
        }
        return controls * 20 > sample;
    }

    private int[] zerosByParity() {
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(bytes.length, SAMPLE_BYTES); i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private boolean startsWith(int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String named(List<Integer> lines) {
        String some = lines.stream().limit(LINES_NAMED_MAX).map(String::valueOf).collect(Collectors.joining(", "));
        String word = lines.size() == 1 ? "line " : lines.size() + " lines: ";
        return word + some + (lines.size() > LINES_NAMED_MAX ? " …" : "");
    }
}
