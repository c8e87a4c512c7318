package baton.tool;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern over workspace paths: {@code *} and {@code ?} stay within one name, {@code **} spans any number of folders,
 * {@code {a,b}} is a choice. Everything else, brackets and braces around a single word included, is meant literally.
 *
 * <p>Matching takes time in proportion to pattern times path, whatever the pattern.
 */
final class Glob {
    private static final int CHARS_MAX = 1000;
    private static final int CHOICES_MAX = 64;
    /** Stand for braces that are no choice while choices are worked out; no file name holds these two. */
    private static final char OPEN = '\uFDD0';
    private static final char CLOSE = '\uFDD1';

    private final String text;
    private final List<List<String>> choices;

    private Glob(String text, List<List<String>> choices) {
        this.text = text;
        this.choices = choices;
    }

    /** A right over paths: a pattern without a star also covers everything beneath it, since who owns a folder owns its files. */
    static Glob ofRight(String text) throws Refused {
        var choices = new ArrayList<List<String>>();
        for (String one : alternatives(text)) {
            var names = names(one);
            choices.add(names);
            boolean plain = one.indexOf('*') < 0 && one.indexOf('?') < 0;
            if (plain || one.endsWith("/")) {
                var beneath = new ArrayList<>(names);
                beneath.add("**");
                choices.add(beneath);
            }
        }
        return new Glob(text, choices);
    }

    /** A filter for lists and searches: a pattern without a slash is looked for at any depth. */
    static Glob ofFilter(String text) throws Refused {
        var choices = new ArrayList<List<String>>();
        for (String one : alternatives(text)) {
            var names = new ArrayList<String>();
            if (one.indexOf('/') < 0) {
                names.add("**");
            }
            names.addAll(names(one));
            choices.add(names);
        }
        return new Glob(text, choices);
    }

    boolean matches(WorkspacePath path) {
        return matches(path.names());
    }

    boolean matches(List<String> names) {
        return choices.stream().anyMatch(choice -> matchesNames(choice, names));
    }

    private static List<String> names(String pattern) {
        var names = new ArrayList<String>();
        for (String name : pattern.split("/", -1)) {
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<String> alternatives(String text) throws Refused {
        if (text.length() > CHARS_MAX) {
            throw new Refused("The pattern " + Shown.quoted(text) + " is too long.");
        }
        var open = new ArrayList<String>(List.of(text));
        var done = new ArrayList<String>();
        while (!open.isEmpty()) {
            String one = open.removeLast();
            int end = one.indexOf('}');
            int start = end < 0 ? -1 : one.lastIndexOf('{', end);
            if (start < 0) {
                done.add(one.replace(OPEN, '{').replace(CLOSE, '}'));
            } else if (one.indexOf(',', start) < 0 || one.indexOf(',', start) > end) {
                open.add(one.substring(0, start) + OPEN + one.substring(start + 1, end) + CLOSE
                        + one.substring(end + 1));
            } else {
                for (String choice : one.substring(start + 1, end).split(",", -1)) {
                    open.add(one.substring(0, start) + choice + one.substring(end + 1));
                }
            }
            if (open.size() + done.size() > CHOICES_MAX) {
                throw new Refused("The pattern " + Shown.quoted(text) + " has more than " + CHOICES_MAX + " choices.");
            }
        }
        return done;
    }

    /** Row by row: after each pattern name, which lengths of the path are matched so far. */
    private static boolean matchesNames(List<String> pattern, List<String> path) {
        var reached = new boolean[path.size() + 1];
        reached[0] = true;
        for (String part : pattern) {
            var next = new boolean[path.size() + 1];
            boolean any = part.equals("**");
            for (int length = 0; length <= path.size(); length++) {
                next[length] = any
                        ? reached[length] || (length > 0 && next[length - 1])
                        : length > 0 && reached[length - 1] && matchesName(part, path.get(length - 1));
            }
            reached = next;
        }
        return reached[path.size()];
    }

    private static boolean matchesName(String part, String name) {
        var reached = new boolean[name.length() + 1];
        reached[0] = true;
        for (int at = 0; at < part.length(); at++) {
            char one = part.charAt(at);
            var next = new boolean[name.length() + 1];
            for (int length = 0; length <= name.length(); length++) {
                next[length] = one == '*'
                        ? reached[length] || (length > 0 && next[length - 1])
                        : length > 0 && reached[length - 1] && (one == '?' || one == name.charAt(length - 1));
            }
            reached = next;
        }
        return reached[name.length()];
    }

    @Override
    public String toString() {
        return text;
    }
}
