package baton.reading.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.reading.document.Block;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Section;
import baton.reading.document.Topic;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Signs;
import baton.reading.language.Words;
import baton.reading.team.SiblingGroup.Form;
import baton.reading.team.SiblingGroup.Sibling;

/** Finds all groups of entries of one form that begin with names. */
final class SiblingGroups {

    private static final String BEHIND = "\\s*(\\([^()]{2,60}\\))?\\s*(?::(?!//)|(?<=\\s)[–—=-]|-+>|→|⇒|=>|⟶|\\|)\\s+(\\S.*)";
    private static final String COUNTED = "(?:\\(?(?:\\p{L}{1,2}[.)]|\\p{L}?\\d{1,2}(?:\\.\\d{1,2})*[.)]?)\\s+)?(?:(?:the|der|die|das|le|la|el|il|o|a)\\s+(?=[*_`]))?";
    private static final Pattern MARKED = Pattern
            .compile("(?iu)(?:[^\\p{L}\\p{N}*_`@(]*)" + COUNTED
                    + "(?:(?:\\*\\*|__)`?|`)(@?[^*`:]{2,60}?)(?:`?\\s*[:.]?(?:\\*\\*|__)|`)"
                    + "(?::?" + BEHIND + "|\\s*:?\\s*(\\([^()]{2,60}\\))?\\s*(?:[:–—-]\\s+)?((?![:–—-]).+)?)");
    private static final Pattern PLAIN = Pattern.compile("(@?[\\p{L}][^:*`→()]{1,45}?)" + BEHIND);
    /** "market-watcher (prices, forecasts)" and nothing behind it. */
    private static final Pattern BRACKETED = Pattern
            .compile("(@?[\\p{L}][^:*`→()=]{1,45}?)\\s+\\(([^()]{4,120})\\)[.;,]?");
    private static final Pattern SHOUTED = Pattern.compile(
            "(?:\\*\\*|__)([^*_]{2,60}?):?(?:\\*\\*|__):?\\s*(\\((?:[^()\\s]+\\s+)?`?@?[\\p{L}\\p{N}_-]{1,20}`?\\))?");
    private static final Pattern WILL = Pattern
            .compile("(?iu)(?:\\*\\*|__)?(@?\\p{L}[^:*_]{1,40}?)(?:\\*\\*|__)?\\s+" + Lexicon.WORDS.pattern("WILL")
                    + "\\s*:");
    private static final Pattern ENDS = Pattern.compile("(?iu)\\s+" + Lexicon.WORDS.pattern("WILL") + "\\s*:?$");
    private static final Pattern LETTERS = Pattern.compile("(?:\\p{Lu}(?:\\s*[/,&+]\\s*\\p{Lu}){0,3}|[-–—xX✓✔●]?)");
    private static final int MEMBERS_MIN = 2;
    private static final int ROWS_MAX = 40;
    /** Sections of more kinds than any plan of a person has are compared with the first of them. */
    private static final int PARTS_MAX = 300;

    private final MarkdownDocument document;
    private final List<SiblingGroup> groups = new ArrayList<>();

    private SiblingGroups(MarkdownDocument document) {
        this.document = document;
    }

    static List<SiblingGroup> of(MarkdownDocument document) {
        var groups = new SiblingGroups(document);
        groups.sections(document.root(), List.of());
        for (Passage passage : document.passages()) {
            if (!passage.inFence()) {
                groups.passage(passage);
            }
        }
        List<SiblingGroup> all = groups.groups;
        var forms = new FormsInGroups(all);
        return all.stream().filter(group -> !forms.isForm(group)).toList();
    }

    private void add(Form form, List<Sibling> found, List<Passage.Title> titles) {
        List<Sibling> members = form == Form.SECTIONS ? called(found) : found;
        long names = members.stream().map(member -> NameIndex.key(member.name().written())).distinct().count();
        if (members.size() >= MEMBERS_MIN && names == members.size() && !isCounted(members)) {
            groups.add(new SiblingGroup(form, members, titles, Passage.topicsOf(titles)));
        }
    }

    /** "Strand A" and "Leg 2" count something; a word for somebody among them counts people. */
    private static boolean isCounted(List<Sibling> members) {
        Set<String> people = new LinkedHashSet<>(Lexicon.WORDS.words("WORKFORCE"));
        people.addAll(Lexicon.WORDS.words("AGENT"));
        List<List<String>> names = members.stream()
                .map(member -> List.of(Words.key(member.name().written()).split(" ", -1))).toList();
        return names.stream().allMatch(name -> name.size() == 2 && name.getLast().length() <= 2
                && name.getFirst().equals(names.getFirst().getFirst()) && !people.contains(name.getFirst()));
    }

    /** Where all titles begin with one word and a colon, as in "Persona: North", the names stand behind it. */
    private static List<Sibling> called(List<Sibling> members) {
        boolean same = members.size() > 1
                && members.stream().map(member -> Words.key(member.name().written())).distinct()
                        .count() == 1;
        return same && members.stream().allMatch(member -> SiblingName.of(member.name().role()).isPresent())
                ? members.stream().map(member -> new Sibling(SiblingName.of(member.name().role()).orElseThrow(), "",
                        member.body(), member.line(), member.lastLine())).toList()
                : members;
    }

    private void sections(Section section, List<Passage.Title> above) {
        List<Passage.Title> titles = new ArrayList<>(above);
        boolean name = section.level() == 0 || (section.level() == 1 && document.root().children().size() == 1);
        if (!name) {
            titles.addFirst(Passage.Title.of(section));
        }
        // What is said of the whole document stands first and names nobody; what stands at the end is about something else.
        List<Sibling> members = section.children().stream().flatMap(child -> ofSection(child).stream()).toList();
        boolean most = members.size() * 2 > section.children().size();
        if (name) {
            // Those of one name belong together, whatever stands between them and behind them.
            alike(members).stream().filter(some -> some.size() < members.size())
                    .forEach(some -> add(Form.SECTIONS, some, titles));
        }
        add(Form.SECTIONS, most || !name ? members : List.of(), titles);
        if (!most && name) {
            List<List<Sibling>> runs = runs(section);
            List<Sibling> spoken = spoken(members);
            boolean apart = runs.stream().noneMatch(run -> run.containsAll(spoken));
            runs.stream().filter(run -> !apart || !spoken.containsAll(run))
                    .forEach(some -> add(Form.SECTIONS, some, titles));
            add(Form.SECTIONS, apart ? spoken : List.of(), titles);
        }
        titled(section, titles);
        section.children().forEach(child -> sections(child, titles));
    }

    /** Sections among others belong together where their names share a word. */
    private static List<List<Sibling>> alike(List<Sibling> members) {
        List<List<Sibling>> parts = new ArrayList<>();
        for (Sibling member : members) {
            Optional<List<Sibling>> same = parts.stream().limit(PARTS_MAX)
                    .filter(group -> shared(group.getFirst(), member)).findFirst();
            same.ifPresentOrElse(group -> group.add(member), () -> parts.add(new ArrayList<>(List.of(member))));
        }
        return parts;
    }

    /** Sections of the same kinds that begin by saying what their name does, wherever they stand. */
    private static List<Sibling> spoken(List<Sibling> members) {
        List<Sibling> some = members.stream().filter(SiblingGroups::isSpokenOf).toList();
        return some.stream().allMatch(member -> kinds(member).equals(kinds(some.getFirst()))) ? some : List.of();
    }

    /** "Alpha looks after the pumps" below the title "Alpha". */
    private static boolean isSpokenOf(Sibling member) {
        return member.body().getFirst() instanceof Block.Paragraph paragraph
                && Words.key(paragraph.lines().getFirst().raw()).startsWith(Words.key(member.name().written()) + " ");
    }

    /** Sections that stand one behind the other and hold the same kinds of blocks. */
    private static List<List<Sibling>> runs(Section section) {
        List<List<Sibling>> runs = new ArrayList<>();
        List<Sibling> run = new ArrayList<>();
        for (Section child : section.children()) {
            Optional<Sibling> member = ofSection(child);
            if (member.isEmpty() || (!run.isEmpty() && !kinds(run.getLast()).equals(kinds(member.get())))) {
                runs.add(run);
                run = new ArrayList<>();
            }
            member.ifPresent(run::add);
        }
        runs.add(run);
        return runs.stream().filter(some -> some.size() >= MEMBERS_MIN).toList();
    }

    private static Set<String> kinds(Sibling member) {
        Set<String> kinds = new LinkedHashSet<>();
        member.body().forEach(block -> kinds.add(switch (block) {
            case Block.Listing _ -> "list";
            case Block.Fence _ -> "fence";
            case Block.Table _ -> "table";
            case Block.Paragraph _,Block.Aside _ -> "";
        }));
        kinds.remove("");
        return kinds;
    }

    private static boolean shared(Sibling one, Sibling other) {
        List<String> a = List.of(Words.key(one.name().written()).split(" ", -1));
        List<String> b = List.of(Words.key(other.name().written()).split(" ", -1));
        boolean words = a.size() > 1 && b.size() > 1
                && (a.getFirst().equals(b.getFirst()) || a.getLast().equals(b.getLast()));
        boolean counted = !one.name().aliases().isEmpty() && !other.name().aliases().isEmpty();
        boolean coded = one.name().isIdentifier() && other.name().isIdentifier();
        return words || counted || coded;
    }

    private static Optional<Sibling> ofSection(Section section) {
        List<Block> body = new ArrayList<>();
        section.all().forEach(one -> body.addAll(one.blocks()));
        return body.isEmpty()
                ? Optional.empty()
                : SiblingName.of(section.rawTitle()).or(() -> behindColon(section.rawTitle()))
                        .map(name -> new Sibling(name, name.role(), body, section.line(), section.lastLine()));
    }

    /** "Persona: North": a word for a role, and the name behind it. */
    private static Optional<AgentName> behindColon(String raw) {
        String title = Words.title(raw);
        int colon = title.indexOf(':');
        String word = colon < 0 ? "" : title.substring(0, colon);
        boolean role = Label.all(word).contains(Label.ROLE)
                || Lexicon.WORDS.words("WORKFORCE").contains(Words.key(word))
                || Lexicon.WORDS.words("AI").contains(Words.key(word));
        return role ? SiblingName.of(title.substring(colon + 1)) : Optional.empty();
    }

    /** Blocks below lines that are a name and nothing else. */
    private void titled(Section section, List<Passage.Title> titles) {
        List<Sibling> members = new ArrayList<>();
        int others = 0;
        List<Block> blocks = section.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Optional<String> title = title(blocks, i);
            if (title.isPresent()) {
                int next = i + 1;
                while (next < blocks.size() && title(blocks, next).isEmpty()) {
                    next++;
                }
                List<Block> body = new ArrayList<>();
                Block.Paragraph head = (Block.Paragraph) blocks.get(i);
                if (head.lines().size() > 1) {
                    body.add(new Block.Paragraph(head.lines().subList(1, head.lines().size())));
                }
                body.addAll(blocks.subList(i + 1, next));
                int last = next > i + 1 ? blocks.get(next - 1).lastLine() : head.lastLine();
                Optional<AgentName> name = SiblingName.of(title.get());
                name.filter(_ -> !body.isEmpty()).ifPresent(
                        one -> members.add(new Sibling(one, one.role(), body, head.line(), last)));
                others += name.isPresent() ? 0 : 1;
            }
        }
        List<Passage.Title> near = new ArrayList<>(titles);
        add(Form.TITLED, members.size() > others ? members : List.of(), near);
    }

    /** A first line in marks with nothing behind it. */
    private static Optional<String> title(List<Block> blocks, int at) {
        if (!(blocks.get(at) instanceof Block.Paragraph(var lines))) {
            return Optional.empty();
        }
        boolean more = at + 1 < blocks.size();
        String first = lines.getFirst().raw().strip();
        Matcher marked = SHOUTED.matcher(first.replaceFirst("^[^\\p{L}\\p{N}*_]+", ""));
        boolean below = more || lines.size() > 1;
        if (below && marked.matches()) {
            String words = ENDS.matcher(marked.group(1)).replaceFirst("");
            return Optional.of(words + (marked.group(2) == null ? "" : " " + marked.group(2)));
        }
        Matcher will = WILL.matcher(first);
        if (below && will.matches()) {
            return Optional.of(will.group(1));
        }
        Matcher said = MARKED.matcher(first);
        boolean alone = more && lines.size() == 1 && said.matches() && said.group(3) != null
                && !(blocks.get(at + 1) instanceof Block.Paragraph(var next)
                        && MARKED.matcher(next.getFirst().raw().strip()).matches()
                        && next.size() == 1);
        return alone ? Optional.of(said.group(1) + " – " + said.group(3)) : Optional.empty();
    }

    private void passage(Passage passage) {
        List<Passage.Title> titles = passage.titleList();
        switch (passage.block()) {
            case Block.Listing list -> {
                List<Sibling> members = list.items().stream().flatMap(item -> ofItem(item).stream()).toList();
                if (members.size() == list.items().size()) {
                    add(Form.ITEMS, members, titles);
                }
            }
            case Block.Paragraph(var lines) -> {
                List<Sibling> members = lines.stream()
                        .flatMap(line -> ofLine(line.raw(), List.of(), line.line(), line.line()).stream()).toList();
                if (members.size() == lines.size()) {
                    add(Form.LINES, members, titles);
                }
            }
            case Block.Table table -> rows(table, titles);
            case Block.Fence _,Block.Aside _ -> {
            }
        }
    }

    private static Optional<Sibling> ofItem(Block.Item item) {
        if (item.lines().isEmpty()) {
            return Optional.empty();
        }
        Optional<Sibling> said = ofLine(item.raw(), item.inner(), item.line(), item.lastLine());
        return said.isPresent() || item.inner().isEmpty()
                ? said
                : SiblingName.of(item.raw()).map(
                        name -> new Sibling(name, name.role(), item.inner(), item.line(), item.lastLine()));
    }

    private static Optional<Sibling> ofLine(String raw, List<Block> body, int line, int lastLine) {
        String text = raw.strip();
        Matcher marked = MARKED.matcher(text);
        if ((text.indexOf('`') >= 0 || text.contains("**") || text.contains("__")) && marked.matches()) {
            String behind = Stream.of(marked.group(3), marked.group(5)).filter(one -> one != null).findFirst()
                    .orElse("");
            String role = Stream.of(marked.group(2), marked.group(4)).filter(one -> one != null).findFirst().orElse("");
            return behind.isEmpty() && body.isEmpty()
                    ? Optional.empty()
                    : named(marked.group(1) + " " + role, behind, body, line, lastLine);
        }
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return named(bracketed.group(1), bracketed.group(2), body, line, lastLine);
        }
        Matcher plain = PLAIN.matcher(text);
        return Signs.anyBeforeBlank(text, ":–—->→⇒⟶|=") && plain.matches()
                ? named(plain.group(1) + " " + (plain.group(2) == null ? "" : plain.group(2)), plain.group(3), body,
                        line,
                        lastLine)
                : Optional.empty();
    }

    private static Optional<Sibling> named(String raw, String words, List<Block> body, int line, int lastLine) {
        return SiblingName.of(raw.strip()).map(name -> new Sibling(name, words, body, line, lastLine));
    }

    /** The first column whose cells are all different names; what stands beside it is the entry. */
    private void rows(Block.Table table, List<Passage.Title> titles) {
        List<Block.Table.Row> rows = table.rows();
        if (rows.size() < MEMBERS_MIN || rows.size() > ROWS_MAX || table.header().size() < 2 || isLetters(rows)) {
            return;
        }
        IntStream.range(0, table.header().size()).boxed()
                .filter(at -> rows.stream().allMatch(row -> at < row.cells().size()
                        && SiblingName.of(row.cells().get(at)).isPresent()))
                .min(Comparator.comparing((Integer at) -> !NameIndex.saysAgent(table.header().get(at)))
                        .thenComparing(at -> !Label.all(table.header().get(at)).contains(Label.AGENT)))
                .ifPresent(at -> {
                    List<Passage.Title> near = new ArrayList<>(titles);
                    String head = table.header().get(at);
                    var codes = CodeColumns.beside(at, table);
                    near.addFirst(new Passage.Title(head, Words.key(head), "", table.line(), Topic.in("")));
                    add(Form.ROWS, rows.stream().map(row -> {
                        List<String> beside = new ArrayList<>(row.cells());
                        beside.remove((int) at);
                        return new Sibling(SiblingName.of(row.cells().get(at)).orElseThrow(),
                                String.join(" · ", beside), List.of(), row.line(), row.line(), codes.in(row));
                    }).toList(), near);
                });
    }

    /** A table of letters says who has which part in each row; its rows are work. */
    private static boolean isLetters(List<Block.Table.Row> rows) {
        return rows.stream().allMatch(row -> row.cells().size() > 2 && row.cells().stream().skip(1)
                .allMatch(cell -> LETTERS.matcher(Words.plain(cell)).matches()));
    }
}
