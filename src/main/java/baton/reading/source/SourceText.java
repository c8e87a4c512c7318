package baton.reading.source;

import java.util.List;

/**
 * The text of one file, decoded, with line ends made one kind so that line numbers are those of the user's editor.
 *
 * @param file
 *            the name under which the file is spoken of in problems
 * @param text
 *            Unicode text; lines end in a single line feed, no byte order mark
 */
public record SourceText(String file, String text) {

    /** The largest input that is read, in bytes. */
    public static final int SIZE_BYTES_MAX = 10 * 1024 * 1024;

    /**
     * Decodes the bytes of a file: UTF-8, UTF-16 with or without a mark, else Windows-1252; repairs UTF-8 that was once
     * read as Windows-1252. Refuses what is empty, too large, or no text, and says what it had to assume.
     */
    public static Read<SourceText> decode(String file, byte[] bytes) {
        return TextDecoder.decode(file, bytes);
    }

    /** The lines without their ends; the first is line 1 of the file. */
    public List<String> lines() {
        return text.lines().toList();
    }
}
