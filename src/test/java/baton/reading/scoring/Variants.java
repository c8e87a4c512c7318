package baton.reading.scoring;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The same document said in another way: other names, another order, other marks, other bytes. */
final class Variants {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern FENCE = Pattern.compile("^\\s*(`{3,}|~{3,}).*");
    private static final Pattern BULLET = Pattern.compile("^(\\s*)([-*+])( +(?![-*+ ]).*)$");
    private static final Pattern NUMBER = Pattern.compile("^(\\s*\\d+)\\.( .*)$");

    private Variants() {}

    /** Agents under other names, in document and truth; empty where the truth gives no names. */
    static Optional<ScoredDocument> renamed(ScoredDocument document) {
        Map<String, Object> names = document.truth().group("rename");
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Pattern anyName = Pattern
                .compile(names.keySet().stream().sorted(Comparator.comparingInt(name -> -name.length()))
                        .map(name -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                        .collect(Collectors.joining("|")));
        UnaryOperator<String> rename = text -> anyName.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Objects.toString(names.get(match.group()))));
        return Optional.of(document.with(rename).withTruth(rename.apply(document.truthText())));
    }

    /** Sections of the second level in another order; empty where there are too few or their order carries meaning. */
    static Optional<ScoredDocument> reordered(ScoredDocument document) {
        boolean canMove = !document.truth().flag("fixed-order")
                && document.parts().stream()
                        .anyMatch(part -> part.file().endsWith(".md") && sections(part.text()).size() > 3);
        return canMove ? Optional.of(document.withProse(Variants::shuffled)) : Optional.empty();
    }

    private static String shuffled(String text) {
        List<String> sections = new ArrayList<>(sections(text));
        String head = sections.removeFirst();
        Collections.shuffle(sections, new Random(text.length()));
        return head + String.join("\n", sections);
    }

    /** What stands before the first heading of the second level, then each such section. */
    private static List<String> sections(String text) {
        List<String> sections = new ArrayList<>();
        var current = new StringBuilder();
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            fenced ^= FENCE.matcher(line).matches();
            if (!fenced && line.startsWith("## ")) {
                sections.add(current.toString());
                current.setLength(0);
            }
            current.append(line).append('\n');
        }
        sections.add(current.toString());
        return sections;
    }

    /** Other bullets, and numbers with a bracket. */
    static ScoredDocument bulleted(ScoredDocument document) {
        return document.withProse(text -> {
            var changed = new StringBuilder();
            boolean fenced = text.startsWith("---\n");
            boolean first = true;
            for (String line : text.lines().toList()) {
                boolean edge = FENCE.matcher(line).matches() || (fenced && !first && line.equals("---"));
                fenced ^= edge;
                changed.append(fenced || edge ? line : marked(line)).append('\n');
                first = false;
            }
            return changed.toString();
        });
    }

    private static String marked(String line) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.matches()) {
            return bullet.group(1) + (bullet.group(2).equals("-") ? "*" : "-") + bullet.group(3);
        }
        Matcher number = NUMBER.matcher(line);
        return number.matches() ? number.group(1) + ")" + number.group(2) : line;
    }

    /** The encodings that can carry the text and differ from plain UTF-8. */
    static Map<String, UnaryOperator<byte[]>> encodings(String text) {
        Map<String, UnaryOperator<byte[]>> encodings = new TreeMap<>();
        encodings.put("line ends of Windows", bytes -> utf8(text(bytes).replace("\n", "\r\n")));
        encodings.put("byte order mark", bytes -> utf8("\uFEFF" + text(bytes)));
        boolean plain = text.chars().allMatch(sign -> sign < 128);
        if (!plain && new String(text.getBytes(WINDOWS), WINDOWS).equals(text)) {
            encodings.put("Windows-1252", bytes -> text(bytes).getBytes(WINDOWS));
        }
        if (!plain && text(new String(utf8(text), WINDOWS).getBytes(WINDOWS)).equals(text)) {
            encodings.put("UTF-8 taken for Windows-1252", bytes -> utf8(new String(bytes, WINDOWS)));
        }
        return encodings;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
