package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths and file names inside running text. */
public final class Paths {

    private static final String KINDS = "md|mdx|markdown|txt|rst|adoc|ya?ml|json|jsonl|toml|csv|tsv|xml|html?|pdf|docx?|xlsx?"
            + "|sql|proto|graphql|env|example|java|kt|go|rs|py|ts|tsx|js|jsx|sh|tf|ini|cfg|conf|log|png|svg|ipynb|lock";
    private static final Pattern FILE = Pattern.compile(
            "(?<![\\w/.@-])(?:\\.{0,2}/)?[\\w.@{}*-]*(?:/[\\w.@{}*-]+)*[\\w{}*-]\\.(?:" + KINDS
                    + ")(?![\\w-])(?!\\.\\w)|(?<![\\w/.@-])(?:\\.{0,2}/)?(?:[\\w.@{}*-]+/)+(?=[\\s,;)]|$)");
    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern ADDRESS = Pattern.compile("\\w+://\\S+");
    private static final Pattern FOLDER = Pattern.compile("[\\w.@{}*/-]*/[\\w.@{}*/-]*");

    private Paths() {}

    /** The paths in a text, in order: quoted ones and bare file names; web addresses are none. */
    public static List<String> in(String raw) {
        if (raw.indexOf('.') < 0 && raw.indexOf('/') < 0) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        boolean marked = raw.indexOf('`') >= 0;
        Matcher quoted = QUOTED.matcher(raw);
        while (marked && quoted.find()) {
            if (isPath(quoted.group(1)) && !paths.contains(quoted.group(1))) {
                paths.add(quoted.group(1));
            }
        }
        String bare = marked ? QUOTED.matcher(raw).replaceAll(" ") : raw;
        String rest = bare.contains("://") ? ADDRESS.matcher(bare).replaceAll(" ") : bare;
        Matcher file = FILE.matcher(rest);
        boolean named = mayNameFiles(rest);
        while (named && file.find()) {
            if (!paths.contains(file.group())) {
                paths.add(file.group());
            }
        }
        return paths;
    }

    /** False where no point stands before a small letter and no slash ends a word. */
    private static boolean mayNameFiles(String text) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char here = text.charAt(i);
            if ((before == '.' && here >= 'a' && here <= 'z') || (before == '/' && !isOfName(here))) {
                return true;
            }
        }
        return text.endsWith("/");
    }

    private static boolean isOfName(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')
                || "_.@{}*-/".indexOf(sign) >= 0;
    }

    /** True for a file's name; a tool such as {@code server/*} is none. */
    public static boolean isFile(String word) {
        return FILE.matcher(word).matches();
    }

    public static boolean isPath(String word) {
        return (word.indexOf('.') >= 0 || word.indexOf('/') >= 0) && !word.contains("://")
                && (FILE.matcher(word).matches() || FOLDER.matcher(word).matches());
    }
}
