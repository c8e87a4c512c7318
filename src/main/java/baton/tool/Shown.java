package baton.tool;

/** Text of strangers made fit to stand inside a sentence: visible escapes instead of control characters, and an end. */
final class Shown {
    private static final int CHARS_MAX = 200;

    private Shown() {}

    static String quoted(String text) {
        return '"' + plain(text) + '"';
    }

    static String plain(String text) {
        var shown = new StringBuilder();
        int end = Math.min(text.length(), CHARS_MAX);
        for (int at = 0; at < end; at++) {
            char one = text.charAt(at);
            if (isHarmless(one)) {
                shown.append(one);
            } else {
                shown.append(String.format("\\u%04x", (int) one));
            }
        }
        return text.length() > end ? shown.append("...").toString() : shown.toString();
    }

    private static boolean isHarmless(char one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
