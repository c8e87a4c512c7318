package baton.reading.language;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many wordings as one piece of a pattern that looks at each sign once, whatever the number of wordings.
 *
 * <p>
 * What wordings begin with alike stands in it once: "after" and "after all" become {@code after(?: all)?}. Of two that fit at one
 * place one begins with the other, and the longer is tried first.
 */
final class Alternation {

    private final Map<Integer, Alternation> next = new TreeMap<>();
    private boolean ends;

    private Alternation() {}

    /** The wordings as a group of their own, which takes no number. */
    static String of(Collection<String> wordings) {
        var start = new Alternation();
        wordings.forEach(start::add);
        var pattern = new StringBuilder("(?:");
        start.write(pattern);
        return pattern.append(')').toString();
    }

    private void add(String wording) {
        Alternation at = this;
        for (int sign : wording.codePoints().toArray()) {
            at = at.next.computeIfAbsent(sign, _ -> new Alternation());
        }
        at.ends = true;
    }

    private void write(StringBuilder pattern) {
        boolean group = next.size() > 1 || (ends && !next.isEmpty());
        pattern.append(group ? "(?:" : "");
        String between = "";
        for (Map.Entry<Integer, Alternation> one : next.entrySet()) {
            pattern.append(between);
            if (one.getKey() != ' ' && !Character.isLetterOrDigit(one.getKey())) {
                pattern.append('\\');
            }
            pattern.appendCodePoint(one.getKey());
            one.getValue().write(pattern);
            between = "|";
        }
        pattern.append(group ? ends ? ")?" : ")" : "");
    }
}
