package baton.reading.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Signs;
import baton.reading.language.Words;
import baton.reading.team.SiblingName;
import baton.reading.team.TeamEvidence;

/**
 * Agents that are named only where their work is: behind a dash or in brackets at the end of each job, in one column of a table,
 * behind one label of every entry, before a colon.
 *
 * <p>
 * Names in such places are owners if most entries of the list have one, and if they come back: a handful of people share many jobs,
 * while the remarks behind jobs are all different.
 */
public final class OwnerInference implements Recogniser {

    private static final Pattern BEHIND = Pattern
            .compile(".{6,}?\\s+(?:[–—-]{1,2}|->|→|=>)\\s+(@?[^–—→>(),;.]{2,40}?)(?:,\\s.*)?");
    private static final Pattern BRACKETS = Pattern.compile(".{6,}[(\\[](@?[^()\\[\\]]{2,40})[)\\]][^()\\[\\]]{0,80}");
    private static final Pattern BEFORE = Pattern
            .compile(
                    "(?:[*_]*\\p{L}{0,4}-?\\d{1,3}[.:]?[*_]*\\s+)?[`*_]*(@?[^:`*_]{2,40}?)[`*_]*\\s*:[`*_]*\\s+\\S.{5,}");
    private static final Pattern LABELLED = Pattern
            .compile("[-*+\\s]*+[*_]*+([\\p{L}][\\p{L} -]{1,24}?)[*_]*\\s*:[*_]*\\s+[`]?(@?[^:`]{2,40}?)[`]?");
    private static final Pattern CELL = Pattern.compile("[`*]*(.+?)[`*]*");
    private static final Pattern BETWEEN = Pattern.compile("\\s+(?:[–—-]{1,2}|->|→|=>)\\s+");
    private static final int NAMES_MIN = 2;
    private static final int NAMES_MAX = 15;
    private static final int WORDS_MAX = 3;
    private static final int LABEL_WORDS_MAX = 25;
    private static final double MOST = 0.6;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Map<String, List<Named>> byPlace = new LinkedHashMap<>();
        for (Passage passage : document.passages()) {
            boolean work = passage.topics().stream()
                    .allMatch(topic -> topic == Topic.TASKS || topic == Topic.FIRST_ACTIONS || topic == Topic.TIMELINE);
            if (work && !passage.inFence() && passage.block() instanceof Block.Listing list) {
                items(list, byPlace);
            } else if (work && passage.block() instanceof Block.Table table) {
                columns(table, byPlace);
            }
        }
        labels(document, byPlace);
        if (byPlace.isEmpty() || !TeamEvidence.isSpoken(document)) {
            return;
        }
        byPlace.forEach((where, named) -> weigh(named, where, document, findings));
    }

    /** A name where owners stand. */
    private record Named(String written, int line) {}

    private static void items(Block.Listing list, Map<String, List<Named>> byPlace) {
        for (var form : List.of(BEHIND, BRACKETS, BEFORE)) {
            List<Named> named = list.items().stream().filter(item -> !item.lines().isEmpty())
                    .filter(item -> !form.equals(BEHIND) || !isSomebody(item.raw()))
                    .flatMap(item -> named(form, item).stream()).toList();
            if (named.size() >= list.items().size() * MOST) {
                // Behind a dash here and in brackets there is one place: the end of the job.
                byPlace.computeIfAbsent(form.equals(BEFORE) ? BEFORE.pattern() : BEHIND.pattern(),
                        _ -> new ArrayList<>()).addAll(named);
            }
        }
    }

    /** "<b>Render Agent</b> → water" names who it is first; what stands behind the arrow is what he is there for. */
    private static boolean isSomebody(String raw) {
        String[] parts = BETWEEN.split(Words.plain(raw), 2);
        String first = parts[0];
        return parts.length > 1 && Words.count(first) <= WORDS_MAX * 2 && NameIndex.saysAgent(first);
    }

    private static Optional<Named> named(Pattern form, Block.Item item) {
        String text = form.equals(BEFORE) ? item.raw().strip() : Words.plain(item.raw());
        boolean fits = form.equals(BEFORE)
                ? text.indexOf(':') >= 0
                : form.equals(BEHIND) ? Signs.anyBeforeBlank(text, "–—->→") : Signs.any(text, "([");
        return fits ? name(form.matcher(text), 1, item.line()) : Optional.empty();
    }

    private static Optional<Named> name(Matcher matcher, int group, int line) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String written = matcher.group(group).strip();
        boolean brief = Words.count(written) <= WORDS_MAX && !written.contains("/");
        return brief && SiblingName.of(written).filter(name -> name.role().isEmpty()).isPresent()
                ? Optional.of(new Named(written.replaceFirst("^@", ""), line))
                : Optional.empty();
    }

    /** A column of names beside a column of phrases. */
    private static void columns(Block.Table table, Map<String, List<Named>> byPlace) {
        List<Block.Table.Row> rows = table.rows();
        boolean phrases = IntStream.range(0, table.header().size()).anyMatch(at -> rows.stream()
                .allMatch(row -> at < row.cells().size() && Words.count(row.cells().get(at)) > 2));
        for (int at = 0; phrases && at < table.header().size(); at++) {
            int column = at;
            List<Named> named = rows.stream().filter(row -> column < row.cells().size())
                    .flatMap(row -> name(CELL.matcher(row.cells().get(column).strip()), 1,
                            row.line()).stream())
                    .toList();
            if (named.size() == rows.size() && !rows.isEmpty()) {
                byPlace.put("column " + table.line() + " " + at, named);
            }
        }
    }

    /** Lines "label: name" whose label comes back all over the document. */
    private static void labels(MarkdownDocument document, Map<String, List<Named>> byPlace) {
        Map<String, List<Named>> byLabel = new LinkedHashMap<>();
        document.sections().forEach(section -> section.blocks().forEach(block -> lines(block).forEach(line -> {
            Matcher labelled = LABELLED.matcher(line.raw().strip());
            if (Signs.once(line.raw(), ':') && labelled.matches()) {
                name(labelled, 2, line.line()).ifPresent(named -> byLabel
                        .computeIfAbsent(Words.key(labelled.group(1)), _ -> new ArrayList<>()).add(named));
            }
        })));
        List<String> labelled = document.lines().stream()
                .filter(line -> Signs.once(line, ':') && LABELLED.matcher(line.strip()).matches())
                .map(Words::key).toList();
        Map<String, Integer> beginning = new HashMap<>();
        labelled.forEach(key -> begins(key, byLabel.keySet(), beginning));
        byLabel.forEach((label, named) -> {
            boolean all = beginning.getOrDefault(label, 0) <= named.size();
            if (all) {
                byPlace.put("label " + label, named);
            }
        });
    }

    /** Counts the line for each label with which its words begin; a label has no more than {@link #LABEL_WORDS_MAX} words. */
    private static void begins(String key, Set<String> labels, Map<String, Integer> counts) {
        int end = key.indexOf(' ');
        for (int words = 0; end >= 0 && words < LABEL_WORDS_MAX; words++) {
            String start = key.substring(0, end);
            if (labels.contains(start)) {
                counts.merge(start, 1, Integer::sum);
            }
            end = key.indexOf(' ', end + 1);
        }
    }

    private static List<Block.TextLine> lines(Block block) {
        return switch (block) {
            case Block.Paragraph(var lines) -> lines;
            case Block.Listing list -> list.items().stream().flatMap(item -> {
                List<Block.TextLine> all = new ArrayList<>(List.of(new Block.TextLine(item.raw(), item.line())));
                item.inner().forEach(inner -> all.addAll(lines(inner)));
                return all.stream();
            }).toList();
            case Block.Fence _,Block.Table _,Block.Aside _ -> List.of();
        };
    }

    private static boolean sounds(Named named) {
        AgentName name = AgentName.of(named.written());
        Set<String> force = Lexicon.WORDS.words("WORKFORCE");
        return name.soundsLikeSomebody() || name.isIdentifier()
                || List.of(Words.key(name.written()).split(" ", -1)).stream().anyMatch(force::contains);
    }

    /** Labels stand before colons too, so there only words that sound like somebody count. */
    private static void weigh(List<Named> named, String where, MarkdownDocument document, Findings findings) {
        boolean before = where.equals(BEFORE.pattern());
        Map<String, List<Named>> byName = new LinkedHashMap<>();
        named.forEach(one -> byName.computeIfAbsent(NameIndex.key(one.written()), _ -> new ArrayList<>()).add(one));
        if (byName.size() < NAMES_MIN || byName.size() > NAMES_MAX) {
            return;
        }
        long several = byName.values().stream().filter(some -> some.size() > 1).count();
        long sounding = byName.values().stream().filter(some -> sounds(some.getFirst())).count();
        long known = byName.keySet().stream().filter(findings::isAgent).count();
        boolean back = several >= byName.size() * 0.5 && named.size() >= byName.size() * 1.4;
        boolean sound = sounding >= byName.size() * MOST;
        boolean mostKnown = known > 0 && known * 2 >= byName.size();
        boolean called = where.equals(BEHIND.pattern())
                && byName.values().stream().allMatch(some -> NameIndex.saysAgent(some.getFirst().written()));
        boolean team = called || (back && sound) || (mostKnown && (back || sound));
        if (team && known < byName.size()) {
            byName.values().stream().filter(some -> sounds(some.getFirst()) || (!before && some.size() > 1))
                    .forEach(some -> {
                        var agent = new FoundAgent(AgentName.of(some.getFirst().written()),
                                new Place(document.file(), some.getFirst().line()));
                        agent.mention = true;
                        findings.agents.add(agent);
                    });
        }
    }
}
