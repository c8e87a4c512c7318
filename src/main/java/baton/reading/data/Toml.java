package baton.reading.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.source.Remarks;
import baton.reading.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A TOML file as the same tree that YAML gives, as far as agent files need it: keys, tables, texts of all four kinds, lists,
 * inline tables, numbers and truth values. Dates are texts.
 *
 * <p>
 * A line that is none of these is said with its number and left out; nothing fails.
 */
public final class Toml {

    private static final Pattern HEADER = Pattern.compile("\\s*\\[\\[?\\s*([^\\[\\]]+?)\\s*]]?\\s*(?:#.*)?");
    private static final Pattern ENTRY = Pattern
            .compile(
                    "\\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')(?:\\s*\\.\\s*(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'))*)\\s*=\\s*(.*)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))");
    private static final int DEPTH_MAX = 32;

    private final List<String> lines;
    private final Remarks remarks;
    private final Map<String, Yaml.Field> top = new LinkedHashMap<>();
    private int at;

    private Toml(SourceText source, Remarks remarks) {
        this.lines = source.lines();
        this.remarks = remarks;
    }

    public static Yaml.Fields parse(SourceText source, Remarks remarks) {
        var toml = new Toml(source, remarks);
        toml.read();
        List<Yaml.Field> fields = List.copyOf(toml.top.values());
        return new Yaml.Fields(fields, 1, fields.size() + 1);
    }

    private void read() {
        String table = "";
        for (at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            int number = at + 1;
            Matcher header = HEADER.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (header.matches()) {
                table = bare(header.group(1)) + ".";
            } else if (entry.matches()) {
                String key = table + bare(entry.group(1));
                var field = new Yaml.Field(key, number, value(entry.group(2).strip(), number));
                if (top.putIfAbsent(key, field) != null) {
                    remarks.warning(number, "toml-key-twice", "\"" + key + "\" is given twice; the first one counts",
                            "Remove one of the two.");
                }
            } else {
                remarks.warning(number, "toml-line", "this line is not TOML and was left out", "");
            }
        }
    }

    private static String bare(String key) {
        return key.replaceAll("[\"']", "").replaceAll("\\s*\\.\\s*", ".");
    }

    private Yaml value(String first, int line) {
        for (String quotes : List.of("\"\"\"", "'''")) {
            if (first.startsWith(quotes)) {
                String text = until(quotes, first.substring(3)).replaceFirst("^\n", "");
                return text(quotes.startsWith("\"") ? unescaped(text.replaceAll("\\\\\\s*\n\\s*", "")) : text, line);
            }
        }
        var whole = new StringBuilder(first);
        while (isOpen(whole.toString()) && at + 1 < lines.size()) {
            whole.append('\n').append(lines.get(++at));
        }
        var scanner = new Scanner(whole.toString(), line);
        return scanner.value(0);
    }

    /** The text up to the closing quotes, over as many lines as it takes. */
    private String until(String quotes, String rest) {
        var text = new StringBuilder();
        String here = rest;
        while (true) {
            int end = here.indexOf(quotes);
            if (end >= 0) {
                return text.append(here, 0, end).toString();
            }
            text.append(here).append('\n');
            if (at + 1 >= lines.size()) {
                remarks.warning(at + 1, "toml-open", "a text is never closed", "Close it with " + quotes + ".");
                return text.toString();
            }
            here = lines.get(++at);
        }
    }

    /** True while more brackets are open than closed outside of quotes. */
    private static boolean isOpen(String text) {
        String outside = text.replaceAll("\"(?:\\\\.|[^\"\\\\\n])*\"|'[^'\n]*'", "").replaceAll("#[^\n]*", "");
        return outside.chars().map(c -> c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0).sum() > 0;
    }

    private static Yaml text(String text, int line) {
        return new Yaml.Scalar(text, Yaml.Kind.TEXT, line);
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(escaped(found.group(1), found.group(2),
                String.valueOf(found.group(3)))));
    }

    private static String escaped(@Nullable String four, @Nullable String eight, String one) {
        Optional<String> hex = Optional.ofNullable(four).or(() -> Optional.ofNullable(eight));
        if (hex.isPresent()) {
            int code = (int) Long.parseLong(hex.get(), 16);
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        }
        return switch (one) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b", "f" -> " ";
            default -> one;
        };
    }

    /** Reads one value of brackets, quotes and words. */
    private static final class Scanner {
        private static final Pattern SPACE = Pattern.compile("(?:\\s|#[^\n]*)*");
        private static final Pattern QUOTED = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"|'([^'\n]*)'");
        private static final Pattern WORD = Pattern.compile("[^,\\]}#\n]+");
        private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_.-]+|\"[^\"]*\"|'[^']*')\\s*=");

        private final String text;
        private final int line;
        private int at;

        Scanner(String text, int line) {
            this.text = text;
            this.line = line;
        }

        private Optional<Matcher> eat(Pattern pattern) {
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            boolean found = matcher.lookingAt();
            at = found ? matcher.end() : at;
            return found ? Optional.of(matcher) : Optional.empty();
        }

        private boolean eat(char sign) {
            eat(SPACE);
            boolean found = at < text.length() && text.charAt(at) == sign;
            at += found ? 1 : 0;
            return found;
        }

        Yaml value(int depth) {
            if (depth < DEPTH_MAX && eat('[')) {
                List<Yaml> items = new ArrayList<>();
                while (!eat(']') && at < text.length()) {
                    items.add(value(depth + 1));
                    if (!eat(',') && !isAt(']')) {
                        break;
                    }
                }
                return new Yaml.Items(items, line, items.size() + 1L);
            }
            if (depth < DEPTH_MAX && eat('{')) {
                List<Yaml.Field> fields = new ArrayList<>();
                while (!eat('}')) {
                    Optional<Matcher> key = eat(KEY);
                    if (key.isEmpty()) {
                        break;
                    }
                    fields.add(new Yaml.Field(bare(key.get().group(1)), line, value(depth + 1)));
                    eat(',');
                }
                return new Yaml.Fields(fields, line, fields.size() + 1L);
            }
            return scalar();
        }

        private boolean isAt(char sign) {
            eat(SPACE);
            return at < text.length() && text.charAt(at) == sign;
        }

        private Yaml scalar() {
            eat(SPACE);
            Optional<Matcher> quoted = eat(QUOTED);
            if (quoted.isPresent()) {
                Matcher found = quoted.get();
                return text(found.group(2) == null ? unescaped(found.group(1)) : found.group(2), line);
            }
            String word = eat(WORD).map(Matcher::group).orElse("").strip();
            Yaml.Kind kind = word.matches("true|false")
                    ? Yaml.Kind.BOOLEAN
                    : word.matches("[+-]?\\d[\\d_]*")
                            ? Yaml.Kind.INTEGER
                            : word.isEmpty() ? Yaml.Kind.NOTHING : Yaml.Kind.TEXT;
            return new Yaml.Scalar(word, kind, line);
        }
    }
}
