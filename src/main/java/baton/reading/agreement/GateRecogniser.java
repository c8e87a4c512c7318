package baton.reading.agreement;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.Gate;
import baton.plan.Place;
import baton.reading.document.AgentTitle;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.GateScopes;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/**
 * Lists of checks that stand in front of something: boxes to tick, and lists below a title about gates.
 *
 * <p>
 * Boxes below a title about work are jobs and left to others. The words above the list say what the gate stands in front of.
 */
public final class GateRecogniser implements Recogniser {

    /** Boxes below a title about one of these are its checks. */
    private static final Set<Topic> CHECKED = EnumSet.of(Topic.CHECKPOINTS, Topic.METRICS, Topic.FILES,
            Topic.DEPENDENCIES, Topic.TIMELINE, Topic.PROSE, Topic.CONTRACTS, Topic.TEMPLATES, Topic.HANDOFF);
    /** "Doors that stay shut until", "we open only when". */
    private static final Phrases HOLDS_UNTIL = Phrases.of("HOLDS_UNTIL");
    private static final Pattern BOX = Pattern.compile("[☐⬜□☑✅]|\\[[ xX]]");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line());
            if (open && passage.block() instanceof Block.Listing list && isGate(passage, list)
                    && !isWork(passage, list, findings.roster)) {
                var gate = new Gate(name(passage), scope(passage), "", Entry.of(list).stream()
                        .map(GateRecogniser::check).toList(), new Place(document.file(), list.line()));
                findings.draft.gates.add(gate);
                passage.claim(claims);
            } else if (open && passage.block() instanceof Block.Table table && isTable(passage, table, findings)) {
                passage.claim(claims);
            }
        }
    }

    /** A table with a column of boxes: the longest words of each row are the check. */
    private static boolean isTable(Passage passage, Block.Table table, Findings findings) {
        int boxes = IntStream.range(0, table.header().size())
                .filter(i -> !table.rows().isEmpty() && cells(table, i).allMatch(cell -> BOX.matcher(cell).matches()))
                .findFirst().orElse(-1);
        boolean work = !passage.topics().isEmpty() && !passage.about(Topic.GATES) && !passage.about(Topic.COMPLETION);
        boolean owned = IntStream.range(0, table.header().size()).anyMatch(i -> cells(table, i)
                .allMatch(cell -> findings.roster.find(Words.plain(cell).replaceFirst("^@", "")).isPresent()));
        if (boxes < 0 || work || owned) {
            return false;
        }
        int words = IntStream.range(0, table.header().size()).filter(i -> i != boxes).boxed()
                .max(Comparator.comparingInt(i -> cells(table, i).mapToInt(Words::count).sum())).orElse(boxes);
        List<Gate.Check> checks = cells(table, words).map(Words::plain).filter(text -> !text.isBlank())
                .map(text -> new Gate.Check(text, "", "")).toList();
        if (words == boxes || checks.isEmpty()) {
            return false;
        }
        findings.draft.gates.add(new Gate(name(passage), scope(passage), "", checks,
                new Place(passage.document().file(), table.line())));
        return true;
    }

    private static Stream<String> cells(Block.Table table, int column) {
        return table.rows().stream().map(row -> column < row.cells().size() ? row.cells().get(column).strip() : "");
    }

    private static boolean isGate(Passage passage, Block.Listing list) {
        Set<Topic> topics = passage.topics();
        boolean boxes = list.isBoxed();
        boolean ofEach = topics.contains(Topic.COMPLETION)
                && passage.titles().findFirst().flatMap(title -> GateScopes.of(title.key()))
                        .filter(Gate.Scope.TASK::equals).isPresent();
        boolean asks = list.items().stream().allMatch(item -> item.raw().strip().endsWith("?"));
        boolean held = topics.isEmpty() && isHeld(passage);
        return topics.contains(Topic.GATES) || ofEach || held || (boxes && CHECKED.containsAll(topics) && !asks);
    }

    /** True where the words above say that something waits for what follows. */
    public static boolean isHeld(Passage passage) {
        return passage.titles().findFirst().filter(title -> HOLDS_UNTIL.ends(title.key())).isPresent();
    }

    /** Boxes below an agent's name, or with names behind them, are its jobs where no title calls them checks. */
    private static boolean isWork(Passage passage, Block.Listing list, Roster roster) {
        boolean titled = AgentTitle.near(passage).stream()
                .anyMatch(title -> AgentTitle.isName(title.text()) || passage.sections().stream()
                        .filter(section -> section.line() == title.line())
                        .anyMatch(section -> roster.titled(section.rawTitle()).isPresent()));
        long owned = list.items().stream().filter(item -> Assignment.read(item.raw(), roster).agent().isPresent())
                .count();
        boolean own = titled && !passage.about(Topic.GATES)
                && passage.titles().findFirst().filter(title -> title.topics().isEmpty()).isPresent();
        return own || (passage.topics().isEmpty() && (titled || owned * 2 > list.items().size()));
    }

    private static String name(Passage passage) {
        return passage.titles().findFirst().map(Passage.Title::text).orElse("");
    }

    private static Gate.Scope scope(Passage passage) {
        return passage.titles().flatMap(title -> GateScopes.of(title.key()).stream()).findFirst()
                .orElse(Gate.Scope.RUN);
    }

    private static Gate.Check check(Entry entry) {
        List<String> paths = Paths.in(entry.raw());
        boolean file = paths.size() == 1 && Lexicon.WORDS.words("EXISTS").stream()
                .anyMatch(word -> (" " + Words.key(entry.text()) + " ").contains(" " + word + " "));
        return new Gate.Check(entry.text(), "", file ? paths.getFirst() : "");
    }
}
