package baton.reading;

import java.util.List;
import java.util.Set;

import baton.plan.Gate;
import baton.plan.Place;

/**
 * Lists of checks that stand in front of something: boxes to tick, and lists below a title about gates.
 *
 * <p>
 * Boxes below a title about work are jobs and left to others. The words above the list say what the gate stands in front of.
 */
final class GateRecogniser implements Recogniser {

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line());
            if (open && passage.block() instanceof Block.Listing list && isGate(passage, list)) {
                var gate = new Gate(name(passage), scope(passage), "", Entry.of(list).stream()
                        .map(GateRecogniser::check).toList(), new Place(document.file(), list.line()));
                findings.draft.gates.add(gate);
                passage.claim(claims);
            }
        }
    }

    private static boolean isGate(Passage passage, Block.Listing list) {
        Set<Topic> topics = passage.topics();
        boolean boxes = list.items().stream().anyMatch(item -> item.lines().stream().limit(1)
                .anyMatch(line -> line.raw().matches("\\[[ xX]]\\s.*")));
        boolean ofEach = topics.contains(Topic.COMPLETION)
                && passage.titles().findFirst().flatMap(title -> GateScopes.of(title.key()))
                        .filter(Gate.Scope.TASK::equals).isPresent();
        return topics.contains(Topic.GATES) || ofEach || (boxes && topics.isEmpty());
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
