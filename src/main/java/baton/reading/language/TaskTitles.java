package baton.reading.language;

import java.util.regex.Pattern;

/** The title of a job, from the line that names it. */
public final class TaskTitles {

    private static final Pattern BOLD = Pattern.compile("^(\\p{L}[^:]{1,80}):\\s+(.+)$");

    private static final Pattern SIGNS = Pattern.compile("^[\\p{So}\\p{Sk}\\uFE0F\\u200D\\s]+(?=\\P{So})");

    private TaskTitles() {}

    /** Plain words without a closing stop or colon. */
    public static String of(String text) {
        String plain = SIGNS.matcher(Words.plain(text)).replaceFirst("").replaceFirst("[\\s:;.]+$", "").strip();
        return plain.isEmpty() ? Words.plain(text).strip() : plain;
    }

    /** The words before a colon, where there are any. */
    static String head(String text) {
        var matcher = BOLD.matcher(Words.plain(text));
        return matcher.matches() ? matcher.group(1) : Words.plain(text);
    }
}
