package baton.reading.language;

import java.util.regex.Pattern;

/** Whether words state a figure that is to be reached: "> 4000", "at most 2", "100 %". */
public final class Targets {

    private static final String AIMS = "(?:[<>≤≥]=?|" + Lexicon.WORDS.pattern("AIMED") + ")";
    private static final Pattern AIM = Pattern
            .compile("(?iu)(?:" + AIMS + "\\s*\\S{0,3}?\\d[^.]{0,40}|\\d[\\d.,]*\\s*%)");
    private static final Pattern AIMED = Pattern
            .compile("(?iu)(?!" + AIMS + ")\\S[^:.]{2,50}\\s" + AIMS + "\\s\\d[\\d.,]*\\s*%");
    private static final Pattern FIGURE = Pattern
            .compile("(?iu)(?:" + AIMS + "\\s*)?\\S{0,2}\\d[^.]{0,40}|0|" + Lexicon.WORDS.pattern("ZERO"));
    private static final Pattern SIGNED = Pattern
            .compile("[^`/]{3,60}?\\s*[<>≤≥=]=?\\s*(?:\\p{Sc}\\s*)?\\d[\\d.,]*\\s*\\S{0,12}(?:\\s+\\S{1,12})?");

    private Targets() {}

    /** True for a figure that others are compared with. */
    public static boolean isAim(String value) {
        return AIM.matcher(value).matches();
    }

    /** True for any figure, also for none at all. */
    public static boolean isFigure(String value) {
        return FIGURE.matcher(value).matches();
    }

    /** True for a line that names something and the figure for it: "pages on time = 100 %". */
    public static boolean isNamed(String text) {
        return SIGNED.matcher(text).matches() || AIMED.matcher(text).matches();
    }
}
