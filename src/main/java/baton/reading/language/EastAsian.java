package baton.reading.language;

import java.util.regex.Pattern;

/**
 * Chinese and Japanese lines in the form in which rules look at others: wide colons and commas as narrow ones, a blank between
 * their signs and Latin letters or digits, and "第1周" with its number behind.
 */
public final class EastAsian {

    static final String SIGN = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";
    private static final Pattern ANY = Pattern.compile(SIGN);
    private static final Pattern BEFORE_LATIN = Pattern.compile("(?<=" + SIGN + ")(?=[A-Za-z0-9@])");
    private static final Pattern BEHIND_LATIN = Pattern.compile("(?<=[A-Za-z0-9])(?=" + SIGN + ")");
    private static final Pattern COUNTED = Pattern.compile("第\\s*(\\d{1,3})\\s*(周|週|天|日目|阶段|段階|フェーズ|スプリント|冲刺)");

    private static final String NUMERALS = "一二三四五六七八九十";
    private static final Pattern NUMERAL = Pattern.compile("([一二两三四五六七八九十])(?=\\s*(?:个|名|つ|人|位|項|件|种))");

    private EastAsian() {}

    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x2FFF) {
                return ANY.matcher(text).find();
            }
        }
        return false;
    }

    /** The line with blanks where other scripts have them; any other line as it is. */
    public static String spaced(String line) {
        if (!isIn(line)) {
            return line;
        }
        String narrow = line.replace("：", ": ").replace("，", ", ").replace("、", ", ").replace("（", " (")
                .replace("）", ") ");
        String apart = BEHIND_LATIN.matcher(BEFORE_LATIN.matcher(narrow).replaceAll(" ")).replaceAll(" ");
        return COUNTED.matcher(apart).replaceAll("第$1$2");
    }

    /** The line with signs for numbers as figures where they count something. */
    public static String figures(String line) {
        return isIn(line)
                ? spaced(NUMERAL.matcher(line).replaceAll(found -> found.group(1).equals("两")
                        ? "2"
                        : String.valueOf(NUMERALS.indexOf(found.group(1)) + 1)))
                : line;
    }

    /** "第 1 周" as "周 1", the order in which periods are written elsewhere. */
    static String numberBehind(String title) {
        return isIn(title) ? COUNTED.matcher(title).replaceAll("$2 $1") : title;
    }
}
