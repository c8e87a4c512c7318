package baton.reading.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.TaskItem;
import baton.reading.language.Words;

/**
 * Order between tasks by their ids and between phases by their names, in a section about dependencies: "T008 blocks T009",
 * "Tests (T004-T007) before implementation (T008-T014)", "<b>Polish</b>: Depends on all stories".
 *
 * <p>
 * Ids make edges. Phases make their first tasks wait for the last ones of the other phase, which then is a barrier by the
 * document's word.
 */
public final class TaskOrderRecogniser implements Recogniser {

    private static final Pattern TITLE = Pattern.compile(".*\\b(dependenc\\w*|order|sequence|execution)\\b.*");
    private static final Pattern FORWARD = Pattern
            .compile(
                    "(?i)(.*?)(?:\\bmust (?:be |come )?(?:done |complete )?before\\b|\\bblocks?\\b|\\bbefore\\b|\\bprecedes?\\b|\\bunblocks\\b|[-=]+>|→|⟶)(.*)");
    private static final Pattern BACKWARD = Pattern
            .compile(
                    "(?i)(.*?)(?:\\b(?:all )?depends? on\\b|\\b(?:starts? |runs? )?after\\b|\\brequires?\\b|\\bneeds?\\b|\\bwaits? for\\b)(.*)");
    private static final Pattern NUMBERED = Pattern.compile("(?i)\\bphases?\\s+(\\d+)(?:\\s*[-–]\\s*(\\d+)|(\\+))?");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.tasks.stream().noneMatch(task -> task.draft().id.matches(".*\\d.*"))) {
            return;
        }
        var members = new Members(findings);
        document.sections().filter(section -> TITLE.matcher(section.key()).matches()).forEach(section -> {
            Stream<Block.TextLine> items = section.items().map(item -> new Block.TextLine(item.raw(), item.line()));
            Stream<Block.TextLine> lines = section.blocks().stream().filter(Block.Paragraph.class::isInstance)
                    .flatMap(block -> ((Block.Paragraph) block).lines().stream());
            Stream.concat(items, lines).forEach(line -> {
                var place = new Place(document.file(), line.line());
                if (new Line(findings, members, place).read(Words.plain(line.raw()))) {
                    claims.take(line.line(), line.line());
                    claims.take(section.line(), section.line());
                }
            });
        });
    }

    /** One line of a section about order. */
    private record Line(Findings findings, Members members, Place place) {

        boolean read(String text) {
            String[] chain = text.split("\\s*(?:[-=]+>|→|⟶)\\s*", -1);
            if (chain.length > 2) {
                boolean found = false;
                for (int i = 1; i < chain.length; i++) {
                    found |= order(chain[i - 1], chain[i]);
                }
                return found;
            }
            Matcher backward = BACKWARD.matcher(text);
            if (backward.matches()) {
                return order(backward.group(2), backward.group(1));
            }
            Matcher forward = FORWARD.matcher(text);
            return forward.matches() && order(forward.group(1), forward.group(2));
        }

        private boolean order(String first, String second) {
            List<String> from = known(first);
            List<String> to = known(second);
            if (!from.isEmpty() && !to.isEmpty()) {
                from.forEach(one -> to.stream().filter(other -> !other.equals(one)).forEach(other -> findings.edges
                        .add(new FoundEdge(one, other, "", Edge.Source.TEXT, place))));
                return true;
            }
            List<FoundPhase> earlier = phases(first);
            List<FoundPhase> later = phases(second).stream().filter(phase -> !earlier.contains(phase)).toList();
            earlier.forEach(one -> later.forEach(other -> barrier(one, other)));
            return !earlier.isEmpty() && !later.isEmpty();
        }

        private List<String> known(String text) {
            return TaskItem.ids(text).stream()
                    .filter(id -> findings.hasTask(id)).toList();
        }

        /** Phases by number ("Phase 2", "Phase 3+", "Phases 3-7"), else by the words of their titles. */
        private List<FoundPhase> phases(String text) {
            Matcher numbered = NUMBERED.matcher(text);
            List<FoundPhase> named = new ArrayList<>();
            while (numbered.find()) {
                int first = Integer.parseInt(numbered.group(1));
                int last = numbered.group(2) != null
                        ? Integer.parseInt(numbered.group(2))
                        : numbered.group(3) != null ? Integer.MAX_VALUE : first;
                findings.phases.stream().filter(phase -> isIn(phase, first, last)).forEach(named::add);
            }
            if (!named.isEmpty()) {
                return named;
            }
            String key = Words.key(text).replaceAll("\\b(all|each|every|the|desired|selected|completion|complete|being"
                    + "|phase|phases|is|are|only|must|be|done|finished|user)\\b", " ").replaceAll("\\s+", " ").strip();
            String word = key.replaceFirst("^([\\p{L}]+?)(?:ies|s)?( .*)?$", "$1");
            if (key.length() < 4) {
                return List.of();
            }
            Pattern titled = Pattern.compile(".*\\b" + Pattern.quote(word) + "\\p{L}{0,3}\\b.*");
            return findings.phases.stream().filter(phase -> titled.matcher(Words.key(phase.phase().name())).matches())
                    .toList();
        }

        private static boolean isIn(FoundPhase phase, int first, int last) {
            String number = phase.phase().id().replaceAll("\\D+", "");
            return !number.isEmpty() && number.length() < 9 && Integer.parseInt(number) >= first
                    && Integer.parseInt(number) <= last;
        }

        private void barrier(FoundPhase earlier, FoundPhase later) {
            int at = findings.phases.indexOf(earlier);
            if (at >= 0) {
                Phase open = earlier.phase();
                var closed = new Phase(open.id(), open.name(), open.mode(), open.tracks(), true, open.place());
                findings.phases.set(at, new FoundPhase(closed, earlier.lastLine(), earlier.container(), earlier.days(),
                        earlier.outputs(), earlier.criteria()));
            }
            List<TaskDraft> first = members.of(earlier);
            List<TaskDraft> second = members.of(later);
            List<String> ends = first.stream().map(task -> task.id)
                    .filter(id -> first.stream().noneMatch(other -> other.dependsOn.contains(id))).toList();
            List<String> own = second.stream().map(task -> task.id).toList();
            second.stream().filter(task -> task.dependsOn.stream().noneMatch(own::contains))
                    .forEach(task -> ends.stream().filter(id -> !task.dependsOn.contains(id))
                            .forEach(task.dependsOn::add));
        }
    }

    /** The jobs that run in each phase; they are looked up once for every pair of phases that a line speaks of. */
    private static final class Members {
        private final Map<String, NavigableMap<Integer, List<Integer>>> byLine = new HashMap<>();
        private final List<TaskDraft> running;
        private final Map<String, List<TaskDraft>> known = new HashMap<>();

        Members(Findings findings) {
            running = findings.tasks.stream().map(FoundTask::draft).filter(task -> task.runs).toList();
            for (int i = 0; i < running.size(); i++) {
                Place place = running.get(i).place;
                byLine.computeIfAbsent(place.file(), _ -> new TreeMap<>())
                        .computeIfAbsent(place.line(), _ -> new ArrayList<>()).add(i);
            }
        }

        List<TaskDraft> of(FoundPhase phase) {
            Place place = phase.phase().place();
            return known.computeIfAbsent(place.line() + "-" + phase.lastLine() + " " + place.file(),
                    _ -> byLine.getOrDefault(place.file(), new TreeMap<>())
                            .subMap(place.line(), true, Math.max(place.line(), phase.lastLine()), true)
                            .values().stream().flatMap(List::stream).sorted().map(running::get)
                            .filter(task -> phase.spans(task.place)).toList());
        }
    }
}
