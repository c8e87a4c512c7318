package baton.tool;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes to text and text to a size a model can take. */
final class ToolText {
    /** The most a tool tells a model in one answer. */
    static final int CHARS_MAX = 32 * 1024;

    private static final int SNIFF_BYTES = 8 * 1024;

    private ToolText() {}

    /** The text, or empty for what is not UTF-8 text. */
    static Optional<String> decode(byte[] bytes) {
        if (isBinary(bytes)) {
            return Optional.empty();
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** As git judges it: a zero byte near the start. */
    static boolean isBinary(byte[] bytes) {
        for (int at = 0; at < Math.min(bytes.length, SNIFF_BYTES); at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the head and the tail of a text and names what lies between; cuts at line ends where there are any near. */
    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int half = charsMax / 2;
        int headEnd = lineEndBefore(text, half);
        int tailStart = lineStartAfter(text, text.length() - half);
        return text.substring(0, headEnd) + "\n[... " + (tailStart - headEnd) + " of " + text.length()
                + " characters left out ...]\n" + text.substring(tailStart);
    }

    private static int lineEndBefore(String text, int at) {
        int newline = text.lastIndexOf('\n', at);
        return newline > at / 2 ? newline : notWithinPair(text, at);
    }

    private static int lineStartAfter(String text, int at) {
        int newline = text.indexOf('\n', at);
        return newline >= 0 && newline - at < (text.length() - at) / 2 ? newline + 1 : notWithinPair(text, at);
    }

    private static int notWithinPair(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
