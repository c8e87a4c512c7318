package baton.reading.work;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.found.StatedOutput;
import baton.reading.language.AgentName;
import baton.reading.language.EastAsian;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;
import baton.reading.team.EntryForm;
import baton.reading.team.SiblingGroup.Sibling;

/**
 * Jobs as sections, titled blocks or items of one form, with a label in each behind which a known agent's name stands and nothing
 * else: "Lot 1", "Qui : Batelier", "Quoi : …", "Préalable : aucun".
 *
 * <p>
 * Whose job it is shows by the name alone, in whatever language the label is. A label that names other entries, by number or
 * title, says what the job needs.
 */
public final class OwnedFormRecogniser implements Recogniser {

    private static final Pattern LABELLED = Pattern
            .compile("[*_\\s]*([\\p{L}][^:*_]{0,34}?)[*_]*\\s*:[*_]*\\s*(\\S.*)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern NAMED = Pattern
            .compile(
                    "(?iu)[^\\p{L}\\p{N}]*(?:\\p{L}[\\p{L}-]*\\.?\\s+(?:(?:no|nr|n)[.°]?\\s*)?#?|#)(\\d{1,3})\\s*(?:[.):–—·-]+\\s*(.*))?");
    private static final Pattern GIVEN = Pattern.compile("(.{3,}?)\\s*\\(@?([^()]{2,40})\\)");
    private static final double MOST = 0.6;
    /** What goes on for longer is no entry of a form. */
    private static final int BLOCKS_MAX = 30;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        BitSet tasks = linesOfTasks(document, findings);
        for (List<Entry> group : Entries.of(document)) {
            List<Entry> open = group.stream().filter(entry -> !claims.isTaken(entry.bodyLine())
                    && !findings.isOwn(document.file(), entry.line()) && !holdsTask(entry, tasks))
                    .toList();
            long owned = open.stream().filter(entry -> entry.owner(findings.roster).isPresent()).count();
            if (!open.isEmpty() && owned >= Math.max(1, open.size() * MOST) && (owned > 1 || group.size() == 1)) {
                open.forEach(entry -> read(entry, open, document, tasks, claims, findings));
            }
        }
    }

    private static final int HEAD_LINES = 12;

    private static boolean holdsTask(Entry entry, BitSet tasks) {
        int next = tasks.nextSetBit(entry.line());
        return next >= 0 && next <= entry.lastLine();
    }

    /** The lines on which tasks stand that were found before. */
    private static BitSet linesOfTasks(MarkdownDocument document, Findings findings) {
        var lines = new BitSet();
        findings.tasks.stream().map(task -> task.draft().place)
                .filter(place -> place.file().equals(document.file())).forEach(place -> lines.set(place.line()));
        return lines;
    }

    private static void read(Entry entry, List<Entry> group, MarkdownDocument document, BitSet tasks, Claims claims,
            Findings findings) {
        Optional<Field> owner = entry.owner(findings.roster);
        if (owner.isEmpty()) {
            return;
        }
        var place = new Place(document.file(), entry.line());
        String who = Words.plain(owner.get().value()).replaceFirst("^@", "");
        var agent = new FoundAgent(AgentName.of(who), place);
        List<Field> fields = entry.fields().stream().filter(field -> !field.equals(owner.get())).toList();
        Optional<Field> needs = fields.stream()
                .filter(field -> !entry.needs(field, group, findings.roster).isEmpty()).findFirst();
        List<Field> known = fields.stream().filter(field -> field.label().isPresent()
                && needs.filter(field::equals).isEmpty()).toList();
        Optional<Field> told = known.stream().filter(field -> field.is(Label.TASK) && !field.value().isBlank())
                .findFirst()
                .or(() -> entry.isCountedOnly()
                        ? fields.stream().filter(field -> field.label().isEmpty() && isPhrase(field.value()))
                                .findFirst()
                        : Optional.empty());
        String title = told.map(Field::value).orElse(entry.title());
        FoundTask task = new AgentFields(agent, known.stream().filter(field -> !field.is(Label.TASK)).toList())
                .task(TaskTitles.of(title), TaskSpec.Kind.TASK, place);
        fields.stream().filter(field -> field.label().isEmpty()).forEach(field -> {
            List<String> paths = StatedOutput.onlyPaths(field.value());
            paths.stream().filter(path -> !task.draft().outputs.contains(path)).forEach(task.draft().outputs::add);
        });
        List<String> all = new ArrayList<>(task.needs());
        needs.ifPresent(field -> all.addAll(entry.needs(field, group, findings.roster)));
        findings.tasks.add(new FoundTask(task.draft(), all, "form"));
        tasks.set(entry.line());
        findings.own(document.file(), entry.line(), entry.lastLine());
        claims.take(entry.line(), entry.lastLine());
    }

    private static boolean isPhrase(String value) {
        return Words.count(value) > 2 || EastAsian.isIn(value);
    }

    /** One entry with its labelled lines. */
    private record Entry(String title, int number, List<Field> fields, List<Block> body, int line, int lastLine) {

        /** The same with what the form says of labels that nobody knows. */
        Entry filled(EntryForm form) {
            Map<Integer, Field> meant = new LinkedHashMap<>();
            form.fields(body).forEach(field -> meant.put(field.line(), field));
            return new Entry(title, number,
                    fields.stream()
                            .map(field -> field.label().isPresent() ? field : meant.getOrDefault(field.line(), field))
                            .toList(),
                    body, line, lastLine);
        }

        int bodyLine() {
            return fields.isEmpty() ? line : fields.getFirst().line();
        }

        /** The line behind whose label a name stands and nothing else. */
        Optional<Field> owner(Roster roster) {
            // The head of a letter or of minutes says who was there, and gives nobody work.
            boolean head = line <= HEAD_LINES && fields.stream()
                    .anyMatch(field -> Lexicon.WORDS.words("ATTENDING").contains(Words.key(field.words())));
            return head
                    ? Optional.empty()
                    : fields
                            .stream()
                            .filter(field -> field.line() > line && field.items().isEmpty() && !field.value().isBlank()
                                    && roster.find(field.words()).isEmpty()
                                    && roster
                                            .find(Words.plain(field.value()).replaceFirst("^@", "")
                                                    .replaceFirst("[.;,]$", ""))
                                            .isPresent())
                            .findFirst();
        }

        /** "Lot 1 – Parcours" and "Slip no. 2" count; the job is told below. */
        boolean isCountedOnly() {
            return NAMED.matcher(title).matches();
        }

        /** The titles of the other entries that a line names, where it names nothing else. */
        List<String> needs(Field field, List<Entry> group, Roster roster) {
            String value = Words.plain(field.value());
            boolean label = field.is(Label.DEPENDS);
            List<String> found = new ArrayList<>();
            Matcher given = GIVEN.matcher(value);
            if (field.label().isEmpty() && given.matches() && roster.find(given.group(2)).isPresent()) {
                return List.of(value);
            }
            for (Entry other : group) {
                boolean counted = numbers(value).contains(other.number()) && (label || isNumbers(value));
                boolean named = !counted && Words.count(other.bare()) > 0
                        && AgentFields.parts(value).stream()
                                .anyMatch(part -> Words.key(part).equals(Words.key(other.bare()))
                                        || Words.key(part).equals(Words.key(other.title())));
                if (!other.equals(this) && (counted || named)) {
                    found.add(other.job());
                }
            }
            return found;
        }

        /** What the job will be called. */
        String job() {
            return fields.stream().filter(field -> field.is(Label.TASK)).map(Field::value).findFirst()
                    .or(() -> isCountedOnly()
                            ? fields.stream().filter(field -> field.label().isEmpty() && isPhrase(field.value()))
                                    .map(Field::value).findFirst()
                            : Optional.empty())
                    .map(TaskTitles::of).orElse(TaskTitles.of(title));
        }

        private String bare() {
            Matcher named = NAMED.matcher(title);
            return named.matches() && named.group(2) != null ? named.group(2) : title;
        }

        private static Set<Integer> numbers(String value) {
            Set<Integer> numbers = new LinkedHashSet<>();
            NUMBER.matcher(value).results().forEach(found -> numbers.add(Integer.parseInt(found.group())));
            return numbers;
        }

        /** Numbers with at most a word for what they count and words between them. */
        private static boolean isNumbers(String value) {
            String rest = value.replaceAll("#?\\d{1,3}", " ").replaceAll("[,;+&、，]", " ").strip();
            return Words.count(rest) <= 2 && NUMBER.matcher(value).find();
        }
    }

    /** Groups of sections, titled blocks and items with labelled lines. */
    private static final class Entries {

        private Entries() {}

        static List<List<Entry>> of(MarkdownDocument document) {
            List<List<Entry>> groups = new ArrayList<>();
            document.sections().forEach(section -> {
                add(groups, section.children().stream().filter(child -> !child.blocks().isEmpty())
                        .map(child -> entry(Words.title(child.rawTitle()), child.rawTitle(), child.blocks(),
                                child.line(),
                                child.ownLastLine(), groups.size()))
                        .toList());
                titled(section.blocks(), groups);
                section.blocks().forEach(block -> items(block, groups));
            });
            return groups;
        }

        private static void add(List<List<Entry>> groups, List<Entry> entries) {
            Map<Integer, Entry> labelled = new LinkedHashMap<>();
            int number = 0;
            for (Entry entry : entries) {
                number++;
                if (entry.fields().size() > 1) {
                    Matcher named = NAMED.matcher(entry.title());
                    int own = named.matches() ? Integer.parseInt(named.group(1)) : number;
                    labelled.put(entry.line(), new Entry(entry.title(), own, entry.fields(), entry.body(), entry.line(),
                            entry.lastLine()));
                }
            }
            if (!labelled.isEmpty()) {
                var form = new EntryForm(labelled.values().stream().map(Entry::body).toList());
                groups.add(labelled.values().stream().map(entry -> entry.filled(form)).toList());
            }
        }

        private static void items(Block block, List<List<Entry>> groups) {
            if (block instanceof Block.Listing list) {
                add(groups, list.items().stream().filter(item -> !item.lines().isEmpty())
                        .map(item -> entry(Words.plain(item.raw()).replaceFirst("[:;.]$", ""), item.raw(), item.inner(),
                                item.line(),
                                item.lastLine(), 0))
                        .toList());
            }
        }

        private static void titled(List<Block> blocks, List<List<Entry>> groups) {
            List<Entry> entries = new ArrayList<>();
            int within = 0;
            for (int i = 0; i < blocks.size(); i++) {
                // Below a title in marks, a line that ends with a colon is a label of that entry and begins no other.
                if (blocks.get(i) instanceof Block.Paragraph(var lines) && (i >= within || !isLabel(lines))) {
                    Optional<Lead> head = Lead.of(lines.getFirst().raw(), lines.getFirst().line()).filter(Lead::isBare);
                    List<Block> body = new ArrayList<>();
                    if (lines.size() > 1) {
                        body.add(new Block.Paragraph(lines.subList(1, lines.size())));
                    }
                    int next = i + 1;
                    while (head.isPresent() && next < blocks.size() && body.size() <= BLOCKS_MAX
                            && !isHead(blocks.get(next))) {
                        body.add(blocks.get(next));
                        next++;
                    }
                    within = head.isPresent() && !isLabel(lines) ? next : within;
                    int last = next > i + 1 ? blocks.get(next - 1).lastLine() : lines.getLast().line();
                    head.filter(_ -> !body.isEmpty() && body.size() <= BLOCKS_MAX).ifPresent(
                            lead -> entries.add(entry(lead.title(), lead.title(), body, lead.line(), last, 0)));
                }
            }
            add(groups, entries);
        }

        private static boolean isHead(Block block) {
            return !(block instanceof Block.Listing) && !(block instanceof Block.Paragraph(var lines)
                    && Lead.of(lines.getFirst().raw(), lines.getFirst().line())
                            .filter(lead -> lead.isBare() && !isLabel(lines)).isEmpty());
        }

        private static boolean isLabel(List<Block.TextLine> lines) {
            return lines.getFirst().raw().strip().endsWith(":");
        }

        private static Entry entry(String title, String raw, List<Block> body, int line, int lastLine, int number) {
            return new Entry(title.isBlank() ? raw : title, number, fields(body), body, line, lastLine);
        }

        /** Every line of the form "label: value", known or not. */
        private static List<Field> fields(List<Block> blocks) {
            List<Field> known = Field.of(blocks).stream().filter(field -> field.label().isPresent()).toList();
            List<Integer> taken = known.stream().map(Field::line).toList();
            Stream<Field> others = blocks.stream().flatMap(block -> switch (block) {
                case Block.Paragraph(var lines) -> lines.stream();
                case Block.Listing list -> list.items().stream().filter(item -> !item.lines().isEmpty())
                        .map(item -> new Block.TextLine(item.raw(), item.line()));
                case Block.Fence _,Block.Table _,Block.Aside _ -> Stream.<Block.TextLine>of();
            }).filter(line -> !taken.contains(line.line())).flatMap(line -> {
                Matcher labelled = LABELLED.matcher(line.raw().strip());
                return line.raw().indexOf(':') >= 0 && labelled.matches()
                        ? Stream.of(new Field(labelled.group(1).strip(), Optional.empty(),
                                labelled.group(2) == null ? "" : labelled.group(2).strip(),
                                List.of(), line.line(), line.line()))
                        : Stream.<Field>of();
            });
            return Stream.concat(known.stream(), others).sorted((a, b) -> a.line() - b.line()).toList();
        }
    }
}
