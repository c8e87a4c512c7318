package baton.reading;

import java.util.regex.Pattern;

/** The title of a job, from the line that names it. */
final class TaskTitles {

    private static final Pattern BOLD = Pattern.compile("^(\\p{L}[^:]{1,80}):\\s+(.+)$");

    private TaskTitles() {}

    /** Plain words without a closing stop or colon. */
    static String of(String text) {
        String plain = Words.plain(text).replaceFirst("[\\s:;.]+$", "").strip();
        return plain.isEmpty() ? Words.plain(text).strip() : plain;
    }

    /** The words before a colon, where there are any. */
    static String head(String text) {
        var matcher = BOLD.matcher(Words.plain(text));
        return matcher.matches() ? matcher.group(1) : Words.plain(text);
    }
}
