package baton.reading;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines on which words stand where names do: at an end of an arrow, alone in a cell, before a colon, in brackets at the end,
 * behind an at sign, as the value of a label, as a title.
 *
 * <p>
 * Whoever works in a plan is named in such places more than once; a thing that is listed once is not.
 */
final class NamePlaces {

    private static final Pattern BEFORE = Pattern
            .compile("^[\\s*_`>-]*([^:*`→]{2,45}?)[*_`]*\\s*(?::|\\s[–—-]|->|→)\\s.*");
    private static final Pattern BEHIND = Pattern.compile("^.{1,60}?[:：]\\s+(\\S.{1,60})$");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]{2,60})[)\\]]");
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\p{N}])@([\\p{L}][\\p{L}\\p{N}_-]*)");
    private static final Pattern PARTS = Pattern
            .compile("\\s*(?:,|;|&|\\+|/|\\|\\|?|<br\\s*/?>|\\b(?:and|und|et|y|e|en)\\b)\\s*");
    private static final Pattern MARKED = Pattern.compile(
            "(?:\\*\\*|__|`|(?<![\\w*])\\*(?=\\S))@?([^*_`]{2,40}?)[:.]?(?:\\*\\*|__|`|(?<=\\S)\\*(?![\\w*]))");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])\\s+");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?:(?:\\(?[\\p{L}\\d]{1,3}[.)]|[-*+])\\s+)?(?:(?:The|Then the|Once the|Der|Die|Das|Le|La|L['’]|El|Il|O|A|Het|De)\\s?)?"
                    + "(@?\\p{Lu}[\\p{L}\\p{N}_-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}_-]*){0,2}|[\\p{Ll}]+(?:-[\\p{Ll}]+)+)\\s+(?=\\p{Ll}{3,}\\s)");
    /** "order-scout" anywhere and "Alpha's" are nobody's words but a name's. */
    private static final Pattern HYPHENS = Pattern
            .compile("(?<![\\p{L}\\p{N}_/.`-])(\\p{L}+(?:[-_]\\p{L}+)+)(?![\\p{L}\\p{N}_/-]|\\.\\p{L})");
    private static final Pattern OWNING = Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{Lu}[\\p{L}\\p{N}-]*)['’]s(?![\\p{L}])");
    private static final int CHARS_MAX = 400;

    private final Map<String, BitSet> lines = new TreeMap<>();
    private final Set<String> actors = new TreeSet<>();

    private NamePlaces() {}

    static NamePlaces of(MarkdownDocument document, Findings findings) {
        var places = new NamePlaces();
        findings.edges.stream().filter(edge -> edge.place().file().equals(document.file())).forEach(edge -> {
            places.add(edge.from(), edge.place().line());
            places.add(edge.to(), edge.place().line());
        });
        document.sections().forEach(section -> {
            places.add(section.title(), section.line());
            section.blocks().forEach(places::block);
        });
        return places;
    }

    /** On how many lines outside this stretch the name stands so. */
    int outside(String written, int line, int lastLine) {
        BitSet on = (BitSet) lines.getOrDefault(NameIndex.key(written), new BitSet()).clone();
        on.clear(line, lastLine + 1);
        return on.cardinality();
    }

    /** True where the name stands on one line with any of the others, outside this stretch. */
    boolean beside(String written, List<String> others, int line, int lastLine) {
        BitSet on = (BitSet) lines.getOrDefault(NameIndex.key(written), new BitSet()).clone();
        on.clear(line, lastLine + 1);
        return others.stream().map(NameIndex::key).filter(key -> !key.equals(NameIndex.key(written)))
                .anyMatch(key -> lines.getOrDefault(key, new BitSet()).intersects(on));
    }

    private void add(String written, int line) {
        String key = NameIndex.key(written);
        if (!key.isEmpty()) {
            lines.computeIfAbsent(key, _ -> new BitSet()).set(line);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var texts) -> texts.forEach(text -> line(text.raw(), text.line()));
            case Block.Fence fence -> fence.lines().forEach(text -> line(text.raw(), text.line()));
            case Block.Listing list -> list.items().forEach(item -> {
                line(item.raw(), item.line());
                item.inner().forEach(this::block);
            });
            case Block.Table table -> table.rows().forEach(row -> row.cells().forEach(cell -> {
                parts(cell, row.line());
                brackets(cell, row.line());
            }));
            case Block.Aside _ -> {
            }
        }
    }

    private void line(String raw, int line) {
        if (raw.length() > CHARS_MAX) {
            return;
        }
        String text = Words.plain(raw);
        add(text.replaceFirst(":$", ""), line);
        List<String> chain = List.of(ChainRecogniser.ARROW.split(text, -1));
        if (chain.size() > 1) {
            chain.forEach(step -> parts(step, line));
        }
        Matcher before = BEFORE.matcher(raw);
        if (before.matches()) {
            parts(before.group(1), line);
        }
        Matcher behind = BEHIND.matcher(text);
        if (behind.matches()) {
            parts(behind.group(1).replaceAll("[\"']|[.,;]$", ""), line);
        }
        brackets(text, line);
        MARKED.matcher(raw).results().forEach(found -> add(found.group(1), line));
        SENTENCE.splitAsStream(text).forEach(sentence -> subject(sentence, line));
        Stream.of(AT, HYPHENS, OWNING)
                .forEach(name -> name.matcher(text).results().forEach(found -> add(found.group(1), line)));
    }

    /** Who acts: the words before the first small word of a sentence. */
    private void subject(String sentence, int line) {
        Matcher acting = SUBJECT.matcher(sentence.strip());
        if (acting.lookingAt()) {
            add(acting.group(1), line);
            actors.add(NameIndex.key(acting.group(1)));
        }
    }

    /** True where a sentence says that somebody of this name does something. */
    boolean acts(String written) {
        return actors.contains(NameIndex.key(written));
    }

    private void brackets(String text, int line) {
        BRACKETS.matcher(text).results().forEach(found -> parts(found.group(1), line));
    }

    private void parts(String text, int line) {
        String plain = Words.plain(text).strip();
        add(plain, line);
        Stream.of(PARTS.split(plain, -1)).filter(part -> !part.equals(plain)).forEach(part -> add(part, line));
    }
}
