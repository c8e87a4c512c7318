package baton.reading.language;

/** Links and pictures of Markdown as the words they show; one walk over the text, however many brackets stand in it. */
final class Links {

    private static final String BETWEEN = "](";
    private static final int LABEL_CHARS_MAX = 300;
    private static final int TARGET_CHARS_MAX = 600;
    private static final int TITLE_CHARS_MAX = 300;

    private final String text;
    private final StringBuilder shown = new StringBuilder();
    private int copied;
    private int stop;

    private Links(String text) {
        this.text = text;
    }

    static String shown(String text) {
        return text.contains(BETWEEN) ? new Links(text).shown() : text;
    }

    private String shown() {
        int middle = text.indexOf(BETWEEN);
        while (middle >= 0) {
            int open = open(middle);
            int end = open < 0 ? -1 : end(middle + BETWEEN.length());
            if (end >= 0) {
                boolean picture = open > copied && text.charAt(open - 1) == '!';
                shown.append(text, copied, picture ? open - 1 : open).append(text, open + 1, middle);
                copied = end;
            }
            middle = text.indexOf(BETWEEN, Math.max(copied, middle + 1));
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** Where the label's bracket opens; -1 where there is none. */
    private int open(int middle) {
        int at = middle - 1;
        while (at >= copied && middle - 1 - at <= LABEL_CHARS_MAX) {
            if (text.charAt(at) == '[') {
                return at;
            }
            if (text.charAt(at) == ']') {
                return -1;
            }
            at--;
        }
        return -1;
    }

    /** Where the link ends whose target begins here; -1 where it does not end. */
    private int end(int target) {
        while (stop < text.length() && (stop < target || !(text.charAt(stop) == ')' || isBlank(stop)))) {
            stop++;
        }
        if (stop == text.length() || stop - target > TARGET_CHARS_MAX) {
            return -1;
        }
        return text.charAt(stop) == ')' ? stop + 1 : behindTitle(stop);
    }

    /** The place behind a title in quotation marks and the closing bracket. */
    private int behindTitle(int from) {
        int at = from;
        while (at < text.length() && isBlank(at)) {
            at++;
        }
        int last = at < text.length() && text.charAt(at) == '"' ? text.indexOf('"', at + 1) : -1;
        boolean closed = last >= 0 && last - at - 1 <= TITLE_CHARS_MAX && last + 1 < text.length()
                && text.charAt(last + 1) == ')';
        return closed ? last + 2 : -1;
    }

    private boolean isBlank(int at) {
        char sign = text.charAt(at);
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }
}
