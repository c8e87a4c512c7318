package baton.reading.team;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.reading.document.Block;
import baton.reading.document.Chains;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.language.Blanks;
import baton.reading.language.NameIndex;
import baton.reading.language.Signs;
import baton.reading.language.Words;
import org.jspecify.annotations.Nullable;

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
    /** "TP: draw the map" as the words of a node. */
    private static final Pattern NODE = Pattern.compile("[\\[({]\"?([\\p{L}][^\\[\\](){}\":]{0,30}):\\s");
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\p{N}])@([\\p{L}][\\p{L}\\p{N}_-]*)");
    private static final Pattern PARTS = Pattern
            .compile("\\s*(?:,|;|&|\\+|/|\\|\\|?|<br\\s*/?>|\\b(?:and|und|et|y|e|en)\\b)\\s*");
    private static final String BETWEEN = ",;&+/|<";
    private static final Set<String> AND = Set.of("and", "und", "et", "y", "e", "en");
    private static final String ARROWS = ">▶►→⟶⇒➜⇢";
    private static final Pattern MARKED = Pattern.compile(
            "(?:\\*\\*|__|`|(?<![\\w*])\\*(?=\\S))@?([^*_`]{2,40}?)[:.]?(?:\\*\\*|__|`|(?<=\\S)\\*(?![\\w*]))");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])\\s+");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?:(?:\\(?[\\p{L}\\d]{1,3}[.)]|[-*+])\\s+)?(?:(?:The|Then the|Once the|Der|Die|Das|Le|La|L['’]|El|Il|O|A|Het|De)\\s?)?"
                    + "(@?\\p{Lu}[\\p{L}\\p{N}_-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}_-]*){0,2}|[\\p{Ll}]+(?:-[\\p{Ll}]+)+)\\s+(?=\\p{Ll}{3,}\\s)");
    /** "order-scout" anywhere and "Alpha's" are nobody's words but a name's. */
    private static final Pattern HYPHENS = Pattern
            .compile("(?<![\\p{L}\\p{N}_/.`-])(\\p{L}+(?:[-_]\\p{L}+)+)(?![\\p{L}\\p{N}_/-]|\\.\\p{L})");
    private static final Pattern OWNING = Pattern
            .compile("(?<![\\p{L}\\p{N}])(\\p{Lu}[\\p{L}\\p{N}-]*)['’]s(?![\\p{L}])");
    private static final int CHARS_MAX = 400;
    /** A name that stands on more lines than any plan of a person has is looked for on the first of them. */
    private static final int LINES_MAX = 2000;

    private final Map<String, LinesOfName> lines = new HashMap<>();
    private final Set<String> actors = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final BitSet withOneKnown = new BitSet();
    private final BitSet withTwoKnown = new BitSet();
    private final Map<Integer, Boolean> counted = new HashMap<>();
    private final MarkdownDocument document;
    private @Nullable Boolean spoken;
    private int spellingsKnown;

    private NamePlaces(MarkdownDocument document) {
        this.document = document;
    }

    static NamePlaces of(MarkdownDocument document, Findings findings) {
        var places = new NamePlaces(document);
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

    /** True where the name stands so on any line outside this stretch. */
    boolean isOutside(String written, int line, int lastLine) {
        LinesOfName on = lines.get(NameIndex.key(written));
        return on != null && on.isOutside(line, lastLine, _ -> true);
    }

    /**
     * True where the name stands on one line with any of the others, outside this stretch.
     *
     * @param others
     *            a list that may have grown since the last call and has changed in no other way
     */
    boolean beside(String written, List<String> others, int line, int lastLine) {
        others.subList(spellingsKnown, others.size()).forEach(this::learn);
        spellingsKnown = others.size();
        String key = NameIndex.key(written);
        LinesOfName on = lines.get(key);
        BitSet beside = known.contains(key) ? withTwoKnown : withOneKnown;
        return on != null && on.isOutside(line, lastLine, beside::get);
    }

    /** True where a sentence says that there are so many agents; each number is looked for once. */
    boolean isCounted(int size) {
        return counted.computeIfAbsent(size, some -> TeamEvidence.isCounted(document, some));
    }

    /** True where the document speaks of agents at all; it is searched once. */
    boolean isSpoken() {
        if (spoken == null) {
            spoken = TeamEvidence.isSpoken(document);
        }
        return spoken;
    }

    private void learn(String other) {
        String key = NameIndex.key(other);
        LinesOfName on = known.add(key) ? lines.get(key) : null;
        if (on != null) {
            on.each(line -> {
                if (withOneKnown.get(line)) {
                    withTwoKnown.set(line);
                }
                withOneKnown.set(line);
            });
        }
    }

    /** The lines on which one name stands, each once; most names have few. */
    private static final class LinesOfName {

        private int[] at = new int[2];
        private int size;

        void add(int line) {
            if (size > 0 && at[size - 1] == line) {
                return;
            }
            at = size == at.length ? Arrays.copyOf(at, size * 2) : at;
            at[size++] = line;
        }

        void each(IntConsumer use) {
            IntStream.range(0, size).map(i -> at[i]).distinct().forEach(use);
        }

        boolean isOutside(int line, int lastLine, IntPredicate fits) {
            for (int i = 0, tried = 0; i < size && tried < LINES_MAX; i++) {
                boolean outside = at[i] < line || at[i] > lastLine;
                tried += outside ? 1 : 0;
                if (outside && fits.test(at[i])) {
                    return true;
                }
            }
            return false;
        }
    }

    private void add(String written, int line) {
        String key = NameIndex.key(written);
        if (!key.isEmpty()) {
            lines.computeIfAbsent(key, _ -> new LinesOfName()).add(line);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var texts) -> texts.forEach(text -> line(text.raw(), text.line()));
            case Block.Fence fence -> fence.lines().forEach(text -> {
                line(text.raw(), text.line());
                if (Signs.anyBeforeBlank(text.raw(), ":") && Signs.any(text.raw(), "[({")) {
                    NODE.matcher(text.raw()).results().forEach(node -> add(node.group(1), text.line()));
                }
            });
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

    private void line(String written, int line) {
        String raw = Blanks.everywhere(written);
        if (written.length() > CHARS_MAX) {
            return;
        }
        String text = Words.plain(raw);
        add(text.endsWith(":") ? text.substring(0, text.length() - 1) : text, line);
        List<String> chain = Signs.any(text, ARROWS) ? List.of(Chains.ARROW.split(text, -1)) : List.of(text);
        if (chain.size() > 1) {
            chain.forEach(step -> parts(step, line));
            // "Lane a → Index: build the graph" names who does it between the two signs.
            chain.stream().skip(1).filter(step -> step.indexOf(':') > 0)
                    .forEach(step -> parts(step.substring(0, step.indexOf(':')), line));
        }
        Matcher before = BEFORE.matcher(raw);
        if (Signs.anyBeforeBlank(raw, ":–—->→") && before.matches()) {
            parts(before.group(1), line);
        }
        Matcher behind = BEHIND.matcher(text);
        if (Signs.anyBeforeBlank(text, ":：") && behind.matches()) {
            parts(behind.group(1).replaceAll("[\"']|[.,;]$", ""), line);
        }
        brackets(text, line);
        if (Signs.any(raw, "*`") || raw.contains("__")) {
            MARKED.matcher(raw).results().forEach(found -> add(found.group(1), line));
        }
        if (Signs.anyBeforeBlank(text, ".;!?")) {
            SENTENCE.splitAsStream(text).forEach(sentence -> subject(sentence, line));
        } else {
            subject(text, line);
        }
        if (text.indexOf('@') >= 0) {
            AT.matcher(text).results().forEach(found -> add(found.group(1), line));
        }
        if (Signs.any(text, "-_")) {
            HYPHENS.matcher(text).results().forEach(found -> add(found.group(1), line));
        }
        if (text.contains("'s") || text.contains("’s")) {
            OWNING.matcher(text).results().forEach(found -> add(found.group(1), line));
        }
    }

    /** True where one of the signs or words stands between which a text may have several parts. */
    private static boolean mayHaveParts(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && isOfWord(text.charAt(i));
            if (!inWord && ((i < text.length() && BETWEEN.indexOf(text.charAt(i)) >= 0)
                    || AND.contains(text.substring(from, i)))) {
                return true;
            }
            from = inWord ? from : i + 1;
        }
        return false;
    }

    /** What patterns take for a part of a word. */
    private static boolean isOfWord(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')
                || sign == '_';
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
        if (Signs.any(text, "([")) {
            BRACKETS.matcher(text).results().forEach(found -> parts(found.group(1), line));
        }
    }

    private void parts(String text, int line) {
        String plain = Words.plain(text).strip();
        add(plain, line);
        if (!mayHaveParts(plain)) {
            return;
        }
        Stream.of(PARTS.split(plain, -1)).filter(part -> !part.equals(plain)).forEach(part -> add(part, line));
    }
}
