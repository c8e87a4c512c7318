package baton.reading.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Chains;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * Chains of arrows in text or code marks, "A → B → C" and {@code a -> (b || c) -> d}: every end of one step comes before
 * every end of the next.
 *
 * <p>
 * Only a chain whose ends are all agents or tasks of the plan counts; anything else that is drawn with arrows is left alone.
 */
public final class ChainRecogniser implements Recogniser {

    private static final String ARROW_SIGNS = ">→⟶⇒➜⇢▶►";
    private static final Pattern BESIDE = Pattern.compile("\\s*(?:\\|\\|?|&&?|∥|\\+|,|\\band\\b)\\s*");
    private static final Pattern BEFORE = Pattern.compile("^.*?[:：]\\s+(?=\\S)");
    private static final int CHARS_MAX = 600;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Set<Integer> jobs = new HashSet<>();
        findings.tasks.stream().map(FoundTask::draft).filter(task -> task.place.file().equals(document.file()))
                .forEach(task -> jobs.add(task.place.line()));
        var titles = new Titles(findings);
        document.sections().forEach(section -> Chains.lines(section.blocks()).forEach(line -> {
            if (!jobs.contains(line.line()) && line.raw().length() <= CHARS_MAX
                    && ARROW_SIGNS.chars().anyMatch(sign -> line.raw().indexOf(sign) >= 0)
                    && Chains.ARROW.matcher(line.raw()).find()
                    && (read(line, document, findings) || jobs(line, document, findings, titles))) {
                claims.take(line.line(), line.line());
            }
        }));
    }

    /** A chain in which every step says what and who: "cut the trees (Pruner) → sort the crates (Picker)". */
    private static boolean jobs(Block.TextLine line, MarkdownDocument document, Findings findings, Titles titles) {
        List<Assignment> steps = Stream.of(Chains.ARROW.split(line.raw().strip(), -1))
                .map(step -> Assignment.read(step, findings.roster)).toList();
        boolean told = steps.stream().allMatch(step -> isKnown(step, titles)
                || (step.agent().isPresent() && Words.count(step.words()) > 1));
        if (steps.size() < 2 || !told || steps.stream().noneMatch(step -> step.agent().isPresent())) {
            return false;
        }
        var place = new Place(document.file(), line.line());
        for (Assignment step : steps) {
            if (!isKnown(step, titles)) {
                var draft = new TaskDraft("", TaskTitles.of(step.words()), step.agent().orElse(""));
                draft.kind = TaskSpec.Kind.TASK;
                draft.place = place;
                findings.tasks.add(new FoundTask(draft, List.of(), "chain"));
            }
        }
        for (int i = 1; i < steps.size(); i++) {
            String to = TaskTitles.of(steps.get(i).words());
            ends(steps.get(i - 1), titles).forEach(from -> findings.edges
                    .add(new FoundEdge(from, to, "", Edge.Source.TEXT, place)));
        }
        return true;
    }

    /** A step that an earlier chain told of, or several of them beside each other, stands here without its owner. */
    private static boolean isKnown(Assignment step, Titles titles) {
        return ends(step, titles).stream().allMatch(titles::hold);
    }

    private static List<String> ends(Assignment step, Titles titles) {
        String whole = TaskTitles.of(step.words());
        boolean known = titles.hold(whole);
        List<String> parts = BESIDE.splitAsStream(step.words()).map(TaskTitles::of).toList();
        return known || step.agent().isPresent() || parts.size() < 2 ? List.of(whole) : parts;
    }

    /** The titles of all jobs found so far, each looked at once. */
    private static final class Titles {
        private final Findings findings;
        private final Set<String> keys = new HashSet<>();
        private int seen;

        Titles(Findings findings) {
            this.findings = findings;
        }

        boolean hold(String title) {
            for (; seen < findings.tasks.size(); seen++) {
                keys.add(Words.key(findings.tasks.get(seen).draft().title));
            }
            return keys.contains(Words.key(title));
        }
    }

    private static boolean read(Block.TextLine line, MarkdownDocument document, Findings findings) {
        var place = new Place(document.file(), line.line());
        List<String> several = Stream.of(line.raw().split("[,;](?![^(]*\\))", -1)).filter(piece -> !piece.isBlank())
                .toList();
        if (several.size() > 1 && several.stream().allMatch(Chains.ARROW.asPredicate())) {
            boolean any = false;
            for (String piece : several) {
                any |= link(List.of(piece), place, findings);
            }
            return any;
        }
        List<String> pieces = new ArrayList<>(
                Stream.of(line.raw().split("`", -1)).filter(Chains.ARROW.asPredicate()).toList());
        pieces.add(line.raw());
        return link(pieces, place, findings);
    }

    /** The first piece that is a chain is one. */
    private static boolean link(List<String> pieces, Place place, Findings findings) {
        return pieces.stream().map(piece -> steps(piece, findings)).flatMap(Optional::stream).findFirst()
                .map(steps -> {
                    for (int i = 1; i < steps.size(); i++) {
                        List<String> next = steps.get(i);
                        steps.get(i - 1).forEach(from -> next.forEach(to -> findings.edges
                                .add(new FoundEdge(from, to, "", Edge.Source.TEXT, place))));
                    }
                    return true;
                }).orElse(false);
    }

    /** The steps of a chain, each with its ends; empty where any end is unknown. */
    private static Optional<List<List<String>>> steps(String text, Findings findings) {
        String chain = text.contains(":") ? BEFORE.matcher(text).replaceFirst("") : text;
        List<List<String>> steps = new ArrayList<>();
        for (String step : Chains.ARROW.split(chain.strip().replaceFirst("[.;]$", ""), -1)) {
            String bare = step.strip().replaceAll("^[(\\[{]+|[)\\]}]+$", "");
            List<String> ends = findings.names(bare)
                    ? List.of(bare)
                    : Stream.of(BESIDE.split(bare, -1)).map(Words::plain).toList();
            if (ends.isEmpty() || !ends.stream().allMatch(end -> !end.isBlank() && findings.names(end))) {
                return Optional.empty();
            }
            steps.add(ends);
        }
        return steps.size() < 2 ? Optional.empty() : Optional.of(steps);
    }
}
