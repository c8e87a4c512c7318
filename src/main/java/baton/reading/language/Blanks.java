package baton.reading.language;

/** Runs of blanks, which say the same whatever their length, and over which patterns take their time. */
public final class Blanks {

    private static final int RUN_MAX = 64;

    private Blanks() {}

    /** The line with no run of blanks longer than any that people leave; its indentation is kept. */
    public static String bounded(String line) {
        int first = 0;
        while (first < line.length() && Character.isWhitespace(line.charAt(first))) {
            first++;
        }
        return bounded(line, first);
    }

    /** The same with the indentation bounded too. */
    public static String everywhere(String line) {
        return bounded(line, 0);
    }

    /** The text with one blank between its words and none around it. */
    public static String single(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Signs.isBlank(text.charAt(i));
            if (blank && (text.charAt(i) != ' ' || (i + 1 < text.length() && Signs.isBlank(text.charAt(i + 1))))) {
                return text.replaceAll("\\s+", " ").strip();
            }
        }
        return text.strip();
    }

    private static String bounded(String line, int from) {
        if (line.length() - from <= RUN_MAX) {
            return line;
        }
        var kept = new StringBuilder();
        int run = 0;
        int copied = 0;
        for (int i = from; i < line.length(); i++) {
            run = Character.isWhitespace(line.charAt(i)) ? run + 1 : 0;
            if (run > RUN_MAX) {
                kept.append(line, copied, i);
                copied = i + 1;
            }
        }
        return copied == 0 ? line : kept.append(line, copied, line.length()).toString();
    }
}
